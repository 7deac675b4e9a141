/** The channels over which a person can be notified. */
export type Channel = "mail";

/** A recipient's addresses, one member for each channel. */
export type Recipient = { email: string };

/** A row of the outbox, ready to be handed to the SQL function that causes it. */
export type OutboxMessage = { eventKey: string; messageId: string; content: Buffer };

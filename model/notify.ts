/** The ways by which a person is told something. */
export type Channel = "mail";

/** Where a person can be reached, a member a channel. */
export type Recipient = { email: string };

/** A row of the outbox, ready to be handed to the SQL function that causes it. */
export type OutboxMessage = { eventKey: string; messageId: string; content: Buffer };

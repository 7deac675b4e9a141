/** A row of the outbox, ready to be handed to the SQL function that causes it. */
export type ComposedMail = { eventKey: string; messageId: string; content: Buffer };

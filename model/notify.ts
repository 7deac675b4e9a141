/** What the caja's people are written to about. */
export const deskNotices = [
  "request",
  "correction",
  "report",
  "undo",
  "approval",
  "payment",
  "rights",
  "overdue",
] as const;
export type DeskNotice = (typeof deskNotices)[number];

/** At once, once a day with what waits then, or not at all. */
export const noticeWays = ["now", "digest", "off"] as const;
export type NoticeWay = (typeof noticeWays)[number];

/** The channels over which a person can be notified. */
export type Channel = "mail";

/** A recipient's addresses, one member for each channel. */
export type Recipient = { email: string };

/** A row of the outbox, ready to be handed to the SQL function that causes it. */
export type OutboxMessage = { eventKey: string; messageId: string; content: Buffer };

import type { Period } from "@/model/settlement";

/** Absolute addresses of the pages that e-mails link to (app/_server/mail-links.ts has them). */
export type MailLinks = {
  confirmation: (token: string) => string;
  signIn: () => string;
  recovery: () => string;
  newPassword: (token: string) => string;
  invitation: (token: string) => string;
  /** Where a mailbox confirms or stops a change of e-mail. */
  emailChange: (token: string) => string;
  /** Where somebody objects to a reset of their second factor. */
  objection: (token: string) => string;
  /** Where somebody follows a request about their own data. */
  rights: () => string;
  applications: () => string;
  request: (filingNumber: string) => string;
  reportsToDecide: () => string;
  report: (folio: string) => string;
  receipt: (useId: string) => string;
  /** Of the days and the company that it is about. */
  statement: (days: Period, provider: string) => string;
};

/** What waits for somebody of the caja, and what they are written to about (app/_server/desk-links.ts has them). */
export type DeskLinks = { waiting: () => string; ownNotices: () => string };

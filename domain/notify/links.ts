import type { Period } from "@/model/settlement";

/** The pages that e-mails lead to, as whole addresses. The web knows where they are (app/_server/mail-links.ts). */
export type MailLinks = {
  confirmation: (token: string) => string;
  signIn: () => string;
  recovery: () => string;
  newPassword: (token: string) => string;
  invitation: (token: string) => string;
  applications: () => string;
  request: (filingNumber: string) => string;
  reportsToDecide: () => string;
  report: (folio: string) => string;
  receipt: (useId: string) => string;
  statement: (days: Period) => string;
};

import type { requestMails as spanish } from "../es-CO/request-mails";

const intro = (filingNumber: string) => `Request ${filingNumber}`;

export const requestMails: typeof spanish = {
  closingReason: "Another registration with the same NIT was approved. Ask your company for an invitation.",
  submitted: {
    subject: (application) => `We received your request for ${application}`,
    text: (application, url, signature) =>
      `We received your request for the application ${application}. The fund reviews it and answers by mail.\n\nSee its filing number and state here:\n${url}\n\n${signature}\n`,
  },
  approved: {
    subject: (filingNumber) => `${intro(filingNumber)}: approved`,
    text: (url, signature) =>
      `Your request was approved. You can now enter the application CONVENIOS and check orders:\n${url}\n\n${signature}\n`,
  },
  returned: {
    subject: (filingNumber) => `${intro(filingNumber)}: something to correct`,
    text: (reason, url, signature) =>
      `Your request was returned for correction.\n\nWhat is missing: ${reason}\n\nCorrect it and send it again here:\n${url}\n\n${signature}\n`,
  },
  rejected: {
    subject: (filingNumber) => `${intro(filingNumber)}: not approved`,
    text: (reason, url, signature) =>
      `Your request was not approved.\n\nReason: ${reason}\n\nYou can file a new request or call the fund:\n${url}\n\n${signature}\n`,
  },
};

import type { requestMails as spanish } from "../es-CO/request-mails";

const intro = (filingNumber: string) => `Request ${filingNumber}`;
const renewal = (filingNumber: string) => `Renewal ${filingNumber}`;
const stays = "Your access stays as it is.";

export const requestMails: typeof spanish = {
  reasons: {
    document: {
      D1: (document) => `${document}: it cannot be read. Send the file again, whole and with light.`,
      D2: (document) => `${document}: it has expired or is old. Send a recent one.`,
      D3: (document) => `${document}: a page is missing. Send the whole document.`,
      D4: (document) => `${document}: it is of another company or person. Send your company's.`,
      D5: (document) => `${document}: it is missing. Send the document.`,
    },
    data: {
      E1: "The check digit does not belong to the NIT. Call the fund to correct it.",
      E2: "The address is not the one of the RUT. Send the new RUT, or call the fund to correct it.",
      E3: "The legal name is not the one of the documents. Send your company's documents, or call the fund.",
    },
    reject: {
      N1: "The company has no agreement with the fund.",
      N2: "The documents are not of the company that asks.",
      N3: "The person did not show that they work for the company.",
      N4: "The company already has an account. Ask its owner for an invitation.",
    },
  },
  closingReason: "Another registration with the same NIT was approved. Ask your company for an invitation.",
  submitted: {
    subject: (application) => `We received your request for ${application}`,
    text: (application, url, signature) =>
      `We received your request for the application ${application}. The fund reviews it and answers by mail.\n\nSee its filing number and state here:\n${url}\n\n${signature}\n`,
  },
  approved: {
    subject: (filingNumber) => `${intro(filingNumber)}: approved`,
    text: (company, application, url, signature) =>
      `The request of ${company} was approved. You can now enter the application ${application} and look up orders:\n${url}\n\n${signature}\n`,
    other: (company, application, url, signature) =>
      `The request of ${company} was approved. You can now enter the application ${application}:\n${url}\n\n${signature}\n`,
  },
  returned: {
    subject: (filingNumber) => `${intro(filingNumber)}: something to correct`,
    text: (company, reason, url, signature) =>
      `The request of ${company} was returned for correction.\n\nWhat is missing: ${reason}\n\nCorrect it and send it again here:\n${url}\n\n${signature}\n`,
  },
  rejected: {
    subject: (filingNumber) => `${intro(filingNumber)}: not approved`,
    text: (company, reason, url, signature) =>
      `The request of ${company} was not approved.\n\nReason: ${reason}\n\nYou can file a new request or call the fund:\n${url}\n\n${signature}\n`,
  },
  renewal: {
    due: {
      subject: (company) => `${company}: there are documents to renew`,
      text: (company, documents, url, signature) =>
        `The fund asks for a new document from time to time. Of ${company} there is to be renewed:\n\n${documents}\n\nYou can send it already; send only that. ${stays}\n${url}\n\n${signature}\n`,
      line: (document, day) => `- ${document}, from ${day} on`,
    },
    submitted: {
      subject: (application) => `We received the documents that you renewed for ${application}`,
      text: (application, url, signature) =>
        `We received the documents that you renewed for the application ${application}. The fund reviews them and answers by mail. ${stays}\n\nSee the filing number and the state here:\n${url}\n\n${signature}\n`,
    },
    approved: {
      subject: (filingNumber) => `${renewal(filingNumber)}: approved`,
      text: (company, _reason, url, signature) =>
        `The renewal of ${company} was approved: your documents are up to date. You need not do anything more.\n${url}\n\n${signature}\n`,
    },
    returned: {
      subject: (filingNumber) => `${renewal(filingNumber)}: something to correct`,
      text: (company, reason, url, signature) =>
        `The renewal of ${company} was returned for correction. ${stays}\n\nWhat is missing: ${reason}\n\nCorrect it and send it again here:\n${url}\n\n${signature}\n`,
    },
    rejected: {
      subject: (filingNumber) => `${renewal(filingNumber)}: not approved`,
      text: (company, reason, url, signature) =>
        `The renewal of ${company} was not approved. ${stays}\n\nReason: ${reason}\n\nYou can send the document again or call the fund:\n${url}\n\n${signature}\n`,
    },
  },
};

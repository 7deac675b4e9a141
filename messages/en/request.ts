import type { Section } from "@/messages/es-CO";

const rut = "RUT";
const chamber = "Chamber of Commerce certificate";
const representative = "ID card of the legal representative";
const bank = "Bank certificate";
const largest = "It is over 10 MB. Take the photo again or send a lighter PDF.";

export const requests: Section<"requests"> = {
  launcher: {
    title: "Your applications",
    company: (name: string, nit: string) => `${name}, NIT ${nit}`,
    application: (code: string) => `Application ${code}`,
    openSuffix: (title: string) => ` to ${title}`,
    states: {
      none: "Not requested",
      submitted: "Under review",
      returned: "Something is missing",
      rejected: "Not approved",
      suspended: "Suspended",
      paused: "Paused",
    },
    pausedUntil: (day) =>
      `Your company's agreement ended on ${day}. For now you can neither look up nor use orders.`,
    pausedBefore: (day) =>
      `Your company's agreement begins on ${day}. Before that day you can neither look up nor use orders.`,
    pausedNone: "Your company has no agreement in force. For now you can neither look up nor use orders.",
    pausedSuspended: "Your company is suspended. For now you can neither look up nor use orders.",
    suspensionTitle: "Suspension ahead",
    suspensionComing: (day: string) =>
      `Your company is suspended from ${day} on. Until the day before it can look up and use orders.`,
    none: "To use this application, your company requests it and the fund approves it.",
    askOwner: "Ask an owner of the account to request it.",
    askOwnerCorrect: "Ask an owner of the account to correct it.",
    filed: (filingNumber: string, day: string) =>
      `Filed as ${filingNumber}. The fund answers by ${day} at the latest.`,
    late: (filingNumber: string) => `Filed as ${filingNumber}. Our answer is late.`,
    reason: (reason: string) => `Reason: ${reason}`,
    suspendedCall: (name: string, phone: string) => `Contact ${name}: ${phone}.`,
    empty: "The fund offers no applications yet.",
    request: "Request",
    seeState: "See its state",
    correct: "Correct now",
    requestAgain: "Request again",
    renewal: {
      due: (documents, day) => `To be renewed since ${day}: ${documents}.`,
      soon: (documents, day) => `To be renewed from ${day} on: ${documents}. You can send it already.`,
      dueText: "Send only that. Your access stays as it is while it is reviewed.",
      askOwner: "Ask an owner of the account to send it.",
      send: "Renew documents",
      filed: (filingNumber, day) =>
        `Renewal ${filingNumber} is under review. The fund answers by ${day} at the latest. Your access stays as it is.`,
      late: (filingNumber) =>
        `Renewal ${filingNumber} is under review. Our answer is late. Your access stays as it is.`,
      returned: (filingNumber) =>
        `Something is missing in renewal ${filingNumber}. Your access stays as it is.`,
      rejected: (filingNumber, reason) => `Renewal ${filingNumber} was not approved. Reason: ${reason}`,
    },
  },
  form: {
    title: (code: string) => `Request ${code}`,
    lead: (needed: number, days: number) =>
      `${needed === 0 ? "No document is missing." : needed === 1 ? "Attach one document." : needed === 2 ? "Attach two documents." : `Attach ${needed} documents.`} The fund answers within ${days} working days.`,
    companyHeading: "Your company",
    legalName: "Legal name",
    nit: "NIT",
    municipality: "Municipality",
    address: "Address",
    phone: "Telephone",
    wrongData: (name: string, phone: string) =>
      `If something is wrong, call ${name} before sending: ${phone}.`,
    documentsHeading: "Documents",
    documentsHint: "Photo or PDF, 10 MB or less each.",
    standing: "We have these already, and they are right. Do not send them again.",
    standingIs: (fileName: string, day: string) => `${fileName}, of ${day}`,
    optional: (name: string) => `${name} (optional)`,
    age: (days: string, one: boolean) => (one ? "From the last day." : `From the last ${days} days.`),
    example: (example: string) => `Example: ${example}`,
    tooOld: (fileName: string, day: string, days: string) =>
      `The one there is, ${fileName}, is of ${day}. Send one from the last ${days} days.`,
    isOld: (fileName, day) => `The one there is, ${fileName}, is of ${day}. Send a new one.`,
    agreement: "Number of the convenio (if you know it)",
    agreementHint: "It is in your contract with the fund. You may leave it empty.",
    submit: "Send request",
    back: "Back",
    arriving: {
      arrived: "{nombre} has arrived. You do not have to choose it again.",
      another: "To change it, choose another one.",
      sending: "Sending the file…",
    },
    errorTitle: (title: string) => `Error: ${title}`,
  },
  renewal: {
    title: (code) => `Renew documents of ${code}`,
    lead: (needed, days) =>
      `${needed === 1 ? "Send the document that is asked for" : "Send the documents that are asked for"}; the others are still right. The fund answers within ${days} working days. Meanwhile your access stays as it is.`,
    submit: "Send renewal",
  },
  documents: { rut, chamber, representative_id: representative, bank_certificate: bank },
  documentHints: {
    rut: "Tax registration of the DIAN. The NIT and the name must be legible.",
    chamber: "The first page must be legible.",
    representative_id: "Both sides in one photo or one PDF.",
    bank_certificate:
      "From the bank, with the name or the NIT of the company. You are paid into that account.",
  },
  documentExamples: { bank_certificate: "the PDF that the bank's site gives you." },
  anyDocument: {
    missing: (name: string) => `Attach this document: ${name}`,
    empty: (name: string) => `${name}: the file is empty. Choose another one`,
    tooBig: (name: string) => `${name}: ${largest}`,
    oneTooBig: (_name: string) => "One of the files is over 10 MB. Send a lighter one",
    notReadable: (name: string) => `${name}: that file cannot be opened. Send a photo (JPG, PNG) or a PDF`,
  },
  errors: {
    rut: {
      missing: "Attach the RUT",
      empty: "The file of the RUT is empty. Choose another one",
      tooBig: `RUT: ${largest}`,
      notReadable: "RUT: that file cannot be opened. Send a photo (JPG, PNG) or a PDF",
    },
    camara: {
      missing: "Attach the Chamber of Commerce certificate",
      empty: "The file of the Chamber of Commerce is empty. Choose another one",
      tooBig: `Chamber of Commerce: ${largest}`,
      notReadable: "Chamber of Commerce: that file cannot be opened. Send a photo (JPG, PNG) or a PDF",
    },
    agreementNumber: {
      unreadable: "The text has signs that cannot be read. Delete them and type them again",
      agreementLong: "Write the number of the convenio in 40 characters or fewer",
    },
    note: {
      unreadable: "The note has signs that cannot be read. Delete them and write it again",
      noteLong: "Write the note in 600 letters or fewer",
      nothingChanged: "Change something before sending: a file, the convenio or a note",
    },
  },
  detail: {
    title: (filingNumber: string) => `Request ${filingNumber}`,
    renewalTitle: (filingNumber) => `Renewal ${filingNumber}`,
    application: (code: string) => `Application ${code}`,
    now: "Now",
    reviewing: "The fund is reviewing it.",
    answersBy: (day: string) => `It answers by ${day} at the latest. You need not do anything.`,
    late: (day: string) => `We are late: we should have answered on ${day}.`,
    lateCall: (name: string, phone: string) => `You can call ${name}: ${phone}.`,
    returned: "Something is missing. It is your company's turn.",
    returnedNext: "Correct it and send it again. Then the fund reviews it within 3 working days.",
    approved: "Approved. You can use the application now.",
    approvedNext: "You need not do anything more.",
    renewed: "Approved. Your documents are up to date.",
    accessStays: "Your access stays as it is.",
    renewalRejectedNext: (name, phone) => `You can send the document again or call ${name}: ${phone}.`,
    goToApplications: "Go to your applications",
    rejected: "It was not approved.",
    rejectedNext: (name: string, phone: string) => `You can file another request or call ${name}: ${phone}.`,
    reason: (reason: string) => `Reason: ${reason}`,
    history: "What happened",
    events: {
      submitted: "Sent",
      returned: "Returned for correction",
      corrected: "Corrected and sent again",
      approved: "Approved",
      rejected: "Not approved",
    },
    byCompany: "Your company",
    byCaja: "The fund",
    documents: "Documents",
    megabytes: (size: string) => `${size} MB`,
    kilobytes: (size: string) => `${size} kB`,
    agreement: "Number of the convenio",
    unknown: "Not given",
  },
  correction: {
    title: (filingNumber: string) => `Correct request ${filingNumber}`,
    reasonTitle: "This is missing",
    lead: "Attach only what changes. The rest stays as it is.",
    current: (fileName: string) => `Now there is: ${fileName}`,
    note: "Anything the fund should know? (optional)",
    submit: "Send correction",
  },
};

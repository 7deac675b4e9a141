import type { Section } from "@/messages/es-CO";

const what = {
  consult: "Know which data of mine you hold",
  correct: "Correct or update my data",
  erase: "Have my data erased",
  revoke: "Withdraw my authorisation",
};

export const rights: Section<"rights"> = {
  start: "Make a request",
  follow: "Follow a request",
  errors: {
    keyMissing: "Open the page again",
    rightsKindMissing: "Choose what you ask for",
    askerMissing: "Choose who you are",
    holderNameMissing: "Write the name of the person of the data",
    proofMissing: "Write which document shows it",
    correctionMissing: "Write what is wrong and what is right",
    numberMissing: "Write the number",
    numberWrong: "The number is like HD-2026-12345678. It is in the e-mail",
    rightsCodeWrong: "The code has sixteen letters and digits. It is in the e-mail",
    textMissing: "Write what you were asked for",
    missingMissing: "Write what is missing",
    cameMissing: "Write what came, how and when",
    reasonMissing: "Write why more time is needed",
    identityMissing: "Write which document you saw, when and how",
    resultMissing: "Choose what was decided",
    answerMissing: "Write the answer",
  },
  form: {
    title: "Your request",
    lead: "You need no account and it costs nothing. We answer to the e-mail that you write here.",
    kind: "What do you ask for?",
    kinds: what,
    asker: "Who are you?",
    askers: {
      affiliate: "Affiliate of the fund, or a dependant of one",
      provider_person: "I work or worked in a shop or in the fund",
      heir: "Heir of the person",
      representative: "I represent the person (parent of a minor, attorney)",
    },
    name: "Your full name",
    idKind: "Kind of ID of the person of the data",
    idKindEmpty: "Choose one",
    idNumber: "ID number of the person of the data",
    idHint: "If you ask for somebody else, their ID.",
    email: "Your e-mail",
    emailHint: "The number, the code and the answer come there. Check its spelling.",
    another: "Only if you ask for somebody else",
    holderName: "Name of the person of the data",
    proof: "Which document shows it",
    proofHint:
      "For instance: civil record, power of attorney, ruling. Do not send it here: we will say how to show it.",
    words: "Tell us what we need to know",
    wordsHint: "To correct: what is wrong and what is right. Write nothing about health or other people.",
    submit: "Send the request",
    sending: "Sending…",
    use: "We use these data only to answer you (Law 1581 of 2012).",
  },
  received: {
    title: "We have received your request",
    number: "Number",
    due: "We answer at the latest on",
    mail: (email) =>
      `We sent ${email} an e-mail with a code. Keep it: with the number and the code you see here how it goes and read the answer.`,
    notMailed: (email) =>
      `We have not sent the code to ${email}: many e-mails went to that address within the last hour. Your request is received and its term runs. Write the number down, call the fund and ask for the code.`,
    none: "If it does not come within minutes, look among the unwanted mail. The request is received already.",
  },
  open: {
    title: "Follow a request",
    lead: "The number and the code are in the e-mail that we sent you.",
    number: "Number",
    code: "Code",
    submit: "See my request",
    lost: "If you lost the code or it did not come, call the fund and give the number: they send another one.",
  },
  status: {
    title: (number) => `Request ${number}`,
    kind: "What you asked for",
    state: "How it goes",
    filed: "Received",
    due: "We answer at the latest",
    extended: "extended",
    missingUntil: "You may send what is missing until",
    closed: "Closed",
    result: "Decision",
    states: {
      open: "Open",
      incomplete: "Something is missing from you",
      answered: "Answered",
      abandoned: "Closed: what was missing did not come",
    },
    results: {
      granted: "What you asked for was done",
      partly: "Part of it was done",
      refused: "It was not done",
    },
    words: "What has been written",
    events: {
      filed: "You sent the request",
      missing: "The fund asked for what is missing",
      completed: "What was missing came",
      extended: "The fund needs more time",
      revoked: "The fund wrote down that you withdrew your authorisation",
      answered: "The fund answered",
      abandoned: "The fund closed the request",
      code_sent: "The fund sent you another code",
    },
    complete: "What you were asked for",
    completeSubmit: "Send",
    file: "Download the data that we hold",
    fileText:
      "It is a file that opens in the browser and can be printed. It has personal data: keep it safe.",
    authority:
      "If the answer does not help, you may complain to the Superintendencia de Industria y Comercio (sic.gov.co).",
    leave: "Close this request on this device",
  },
  mails: {
    received: {
      subject: (number) => `We have received your request ${number}`,
      text: (kind, number, day, code, url, signature) =>
        `We have received your request about personal data: ${what[kind].toLowerCase()}.

Number: ${number}
We answer at the latest on ${day}.

To see how it goes and to read the answer, open
${url}
and type the number and this code:

${code}

Give the code to nobody. If you asked for nothing, do nothing: without the code nobody reads the answer.

${signature}
`,
    },
    missing: {
      subject: (number) => `Something is missing in your request ${number}`,
      claim: (number, day, url, signature) =>
        `To answer your request ${number} something is missing. Read it and send it by ${day} at

${url}

with the number and the code that we sent you. If it does not come by then, the law takes the request as given up. You may also bring it to the fund: say the number.

${signature}
`,
      question: (number, day, url, signature) =>
        `To answer your request ${number} well something is missing. Read it and send it as soon as you can at

${url}

with the number and the code that we sent you. You may also bring it to the fund: say the number. The term does not change: we answer at the latest on ${day} with what we have.

${signature}
`,
    },
    completed: {
      subject: (number) => `What was missing in your request ${number} came`,
      text: (number, day, url, signature) =>
        `We have received what was missing in your request ${number}. We answer at the latest on ${day}. See how it goes at

${url}

with the number and the code that we sent you.

${signature}
`,
    },
    code: {
      subject: (number) => `Another code for your request ${number}`,
      text: (number, code, url, signature) =>
        `To see how your request ${number} goes and to read the answer, open
${url}
and type the number and this code:

${code}

The code before no longer works. Give this one to nobody.

${signature}
`,
    },
    extended: {
      subject: (number) => `Your request ${number} needs more time`,
      text: (number, day, url, signature) =>
        `We cannot answer your request ${number} within the first term. We answer at the latest on ${day}. Read why at

${url}

with the number and the code that we sent you.

${signature}
`,
    },
    answered: {
      subject: (number) => `We have answered your request ${number}`,
      text: (number, url, signature) =>
        `We have answered your request ${number}. Read the answer at

${url}

with the number and the code that we sent you.

If it does not help, you may complain to the Superintendencia de Industria y Comercio (sic.gov.co).

${signature}
`,
    },
    abandoned: {
      subject: (number) => `We have closed your request ${number}`,
      text: (number, signature) =>
        `Two months passed and what was missing in your request ${number} did not come, so we closed it (Law 1581 of 2012, article 15). You may make another one at any time.

${signature}
`,
    },
  },
  file: {
    title: (number) => `Personal data of request ${number}`,
    lead: (portal, day) => `What ${portal} held on ${day} about this person.`,
    about: "Person",
    none: "We hold nothing of this.",
    accounts: "Account",
    account: {
      email: "E-mail",
      name: "Name",
      id: "ID",
      mobile: "Mobile",
      role: "Role in the fund",
      created: "Created",
      ended: "Access ended",
    },
    memberships: "Shops",
    consents: "Authorisations given",
    revoked: "withdrawn",
    sessions: "Sign-ins of the last 90 days",
    factors: "Second factors",
    documents: "Documents sent",
    acts: "What was done in the portal",
    lastActs: (shown, all) => `What was done in the portal (the last ones: ${shown} of ${all})`,
    invitations: "Invitations",
    companies: "Their shop, when they trade in their own name",
    company: {
      name: "Name",
      nit: "NIT",
      email: "E-mail",
      phone: "Telephone",
      place: "Place",
      account: "Bank account",
      since: "Since",
    },
    orders: "Orders",
    order: {
      number: "Number",
      kind: "Kind",
      concept: "Concept",
      value: "Value",
      balance: "Left",
      dates: "Validity",
      state: "State",
      office: "Office",
      states: { issued: "Issued", delivered: "Handed over" },
      name: "Affiliate",
      id: "ID",
    },
    uses: "Uses",
    lookups: "Who looked it up",
    reports: "Reports",
    photo: "with a photo of the paper",
    typed: "Look-ups of the last 24 hours with this ID",
    requests: "Requests about these data",
    stays: "What is erased and what is kept",
    columns: { what: "What", until: "Kept until", why: "Why" },
    also: "What is being typed in an unfinished registration (erased after 30 days), e-mails that wait (30 days) and backups (as the fund keeps them) cannot be searched by person.",
  },
  stays: {
    typed: {
      what: "The ID that somebody typed in a look-up",
      until: "24 hours",
      why: "the shop compares what it typed",
    },
    misplaced: {
      what: "An ID that somebody typed in the field of the order's number",
      until: "24 hours, or until the report of that look-up is answered",
      why: "it is encrypted and cannot be searched by person",
    },
    accounts: {
      what: "E-mail, ID, mobile and password of an account without access, and invitations",
      until: "3 years after access ended",
      why: "the authority may act for 3 years (Law 1437 of 2011, art. 52)",
    },
    working: {
      what: "The same data of an account that still works",
      until: "while it works; its access is ended first",
      why: "contract in force",
    },
    orders: {
      what: "Orders, uses and who looked them up, with name and ID sealed",
      until: "at least 10 years",
      why: "commercial papers (Commercial Code, art. 60; Law 962 of 2005, art. 28)",
    },
    reports: {
      what: "Words and photo of a report",
      until: "2 years after it was closed",
      why: "evidence of the decision",
    },
    documents: {
      what: "Documents of a shop's request",
      until:
        "2 years when not approved; when approved, 10 years after they were replaced or the last person of the shop left",
      why: "they show who was given access",
    },
    consents: {
      what: "The authorisation given, with date and IP address",
      until: "as long as data are held",
      why: "the law says to keep it (Decree 1074 of 2015, 2.2.2.25.2.5)",
    },
    log: {
      what: "The log: what was done and when, with the name",
      until: "at least 10 years; the internet address, 2 years",
      why: "evidence of who did what; nobody can change it",
    },
    requests: {
      what: "This request and its answer",
      until: "3 years after it was closed; the file, 90 days",
      why: "the authority may act for 3 years (Law 1437 of 2011, art. 52)",
    },
  },
};

const company = (who: string) => who || "A provider";

/** E-mails to the fund's people, and what each of them chooses. */
export const adminNotices = {
  title: "My e-mail notices",
  link: "My e-mail notices",
  back: "Today",
  intro:
    "Choose what we write to you about, and when. The digest goes out on working days at 7:00 a.m. with what waits then; what comes later is in the next one.",
  nothingToSend: "Your role reads and decides nothing: there is nothing to write to you about.",
  keys: "The key / leads to the search; requests have others. If they get in your way, switch them off here.",
  save: "Save",
  saved: "Done. This is how we write to you from now on.",
  kinds: {
    request: "New request or renewal",
    correction: "Corrected request",
    report: "Report of a provider",
    undo: "Use to take back",
    approval: "Order or change to approve",
    payment: "Payment, reversal or bank account to approve",
    rights: "Request about personal data",
    overdue: "Overdue",
  },
  ways: { now: "At once", digest: "In the daily digest", off: "Do not write to me" },
  errors: { wayMissing: "Choose when we write to you" },
  emails: {
    subjects: {
      request: (ref: string) => `New request: ${ref}`,
      renewal: (ref: string) => `Renewal of documents: ${ref}`,
      correction: (ref: string) => `Corrected request: ${ref}`,
      undo: () => "A provider asks to take a use back",
      approval: () => "An order waits for your approval",
      payment: () => "A payment waits for your approval",
      reversal: () => "The reversal of a payment waits for your approval",
      bank_account: () => "A bank account waits for your approval",
      rights: (ref: string) => `Request about personal data: ${ref}`,
    },
    texts: {
      request: (who: string) => `${company(who)} sent a request.`,
      renewal: (who: string) => `${company(who)} sent documents to renew them.`,
      correction: (who: string) => `${company(who)} corrected its request and sent it again.`,
      undo: (who: string) => `${company(who)} asks to take a use back.`,
      approval: (who: string) => `${who} asks that somebody else approve an order or a change.`,
      payment: (who: string) => `${who} made a payment and asks that somebody else approve it.`,
      reversal: (who: string) => `${who} asked to reverse a payment and asks that somebody else approve it.`,
      bank_account: (who: string) =>
        `${who} proposed another bank account of a provider and asks that somebody else approve it.`,
      rights: () => "Somebody asked something about their personal data. The law sets a term.",
    },
    due: (day: string) => `It is due by ${day}.`,
    overdueSubject: (count: number) => (count === 1 ? "1 matter is overdue" : `${count} matters are overdue`),
    overdueText: "These are past their time:",
    digestSubject: (day: string) => `What waits today, ${day}`,
    digestText: "This waits for you:",
    late: (count: number) => `${count} overdue`,
    open: (url: string) => `Open it here:\n${url}`,
    choose: (url: string) => `To change or stop these notices:\n${url}`,
  },
};

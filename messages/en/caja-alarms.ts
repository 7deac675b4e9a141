import { sentence } from "@/lib/format/sentence";

export const adminAlarms = {
  title: "Needs attention",
  jobs: {
    retention: "Data whose time is over are not being deleted.",
    mail: "E-mails are not going out.",
    sealing: "Data that an earlier version stored are not being encrypted.",
    audit: "Nothing outside of the database proves the latest events of the log.",
    settlement: "The figures of the settlement are not being summed up. They are still right.",
    import: "Nobody is watching over the files of orders.",
  },
  key: (id: number, since: string) =>
    `Key ${id}, which signs orders${since ? ` since ${since}` : ""}, is near its end. Rotate it this month.`,
  renewals: (providers: number, since: string) =>
    `${providers === 1 ? "1 provider has documents to renew and has not sent them" : `${providers} providers have documents to renew and have not sent them`}; the oldest since ${since}. Their access stays as it is.`,
  seeRenewals: "See the providers",
  seeKeys: "See the keys",
  otherJob: "A task of the system does not work.",
  since: (when: string) => sentence(`It last worked on ${when}`),
  never: "It has not worked yet.",
  tellSystems: (what: string) => `Tell the systems team, with this: ${what}.`,
  mails: "E-mails that could not be delivered",
  mailsAdvice: "Call the person and check the address. These notices go by themselves after 30 days.",
  mailAbout: {
    registration: "Confirmation of a registration",
    password: "Change of password",
    factor: "Notice of a second factor",
    invitation: "Invitation to a team",
    request: "Notice of a request",
    orders: "Notice of files of orders",
    desk: "Notice to one of the fund's people",
    report: "Notice of a report",
    order: "Notice of a use to take back",
    use: "Notice of a use objected or returned",
    provider: "Notice of a provider's standing",
    account: "Notice about an account",
    rights: "Notice of a request about personal data",
    payment: "Notice of a payment",
    agreement: "Notice of a convenio that ends",
    agreements: "Notice of convenios that end",
    audit: "Head of the log",
  },
  /** Of an event that an earlier version had. */
  otherMail: "E-mail",
  unknownAddress: "an address that cannot be read any more",
  mailNumber: (about: string, number: string) => `${about}, ${number},`,
  mail: (about: string, to: string, when: string, error: string) =>
    `${sentence(`${about} to ${to}, ${when}`)}${error ? ` The other mailbox did not take it. Tell the systems team: ${error}.` : ""}`,
  misses: "Many look-ups without a result",
  missesAdvice:
    "It may be somebody who tries to guess, or a paper that was printed badly. No other provider was blocked. Talk to the providers and check the orders.",
  missSubjects: {
    affiliate: () => "about one and the same ID",
    order: (number: string) => `about the number ${number}`,
    person: (name: string) => `by ${name}`,
    provider: () => "by one provider",
    network: (address: string) => `from the connection ${address}`,
  },
  missOfNoOrder: "about one and the same number that no order has",
  miss: (misses: number, about: string, when: string, providers: string) =>
    sentence(`${misses} look-ups without a result ${about}, ${when}: ${providers}`),
  seeOrder: "See one of its orders",
};

import type { Section } from "../es-CO";

export const bankAccount: Section<"bankAccount"> = {
  heading: "Account for your payments",
  text: "The one of the certificate, in the company's name.",
  optional: "You may leave it empty and give it later.",
  known: (account) => `We have ${account}. To keep it, leave this empty.`,
  stays: (account) => `You go on being paid into ${account}. To change the account, call the fund.`,
  bank: "Bank",
  bankEmpty: "Choose the bank",
  kind: "Kind of account",
  kindEmpty: "Choose the kind",
  kinds: { savings: "Savings", current: "Current" },
  number: "Account number",
  numberHint: "The digits alone, as the certificate has them.",
  label: "Account for payments",
  short: (bank, kind, lastFour) => `${bank}, ${kind.toLowerCase()}, ending in ${lastFour}`,
  whole: (bank, kind, number) => `${bank}, ${kind.toLowerCase()}, number ${number}`,
  none: "Not given",
  ownLabel: "We pay into the account",
  ownNone: "We have no account of your company. Contact the fund to give it.",
  errors: {
    bankMissing: "Choose the account's bank",
    accountKindMissing: "Choose whether it is a savings or a current account",
    accountNumberMissing: "Write the account number",
    accountNumberWrong: "The account number has 6 to 20 digits. Check it in the certificate",
    unreadable: "The number has signs that cannot be read. Delete them and write it again",
    reasonMissing: "Write the reason, 10 letters or more.",
    reasonLong: "Write the reason in 600 letters or fewer",
  },
  desk: {
    title: (company) => `Account of ${company}`,
    text: "One person proposes the account with a reason and another one approves it. The owners get an e-mail with the last four digits.",
    link: "Change the account",
    current: "Current account",
    proposed: "Proposed account",
    by: (name, when) => `${name}, ${when}`,
    proposedBy: "Proposed by",
    decidedBy: "Decided by",
    reason: "Reason",
    reasonHint: "Which document you saw and who asked for the change.",
    approve: "Approve this account",
    approving: "Approving…",
    ownProposal: "You proposed it. Another person must approve it.",
    propose: "Propose another account",
    submit: "Propose",
    refuse: "Refuse the proposed account",
    withdraw: "Withdraw the proposed account",
    before: "Earlier accounts",
    noneBefore: "There are no earlier accounts.",
    states: { replaced: "Replaced", refused: "Refused" },
    account: "Account",
    state: "State",
    when: "Date",
    proposedDone: "Done. Another person has to approve it.",
    approvedDone: "Done. From now on this account is paid into.",
    refusedDone: "Done. The proposed account has no effect.",
  },
  payment: {
    caption: "Accounts that are paid into",
    provider: "Provider",
    account: "Account",
    missing: "No account",
    changed: "Changed after the payment was made",
    warnMissing: (count, one) =>
      one
        ? "One provider has no account. The bank's file leaves it empty."
        : `${count} providers have no account. The bank's file leaves it empty.`,
    warnChanged: (count, one) =>
      one
        ? "The account of one provider changed after the payment was made. Check it below before you approve."
        : `The accounts of ${count} providers changed after the payment was made. Check them below before you approve.`,
  },
  email: {
    subject: (company) => `The account for payments of ${company} changed`,
    text: (company, account, signature) =>
      `From today on payments of ${company} go to this account:\n\n${account}\n\nIf your company did not ask for this, call the fund today.\n\n${signature}`,
  },
};

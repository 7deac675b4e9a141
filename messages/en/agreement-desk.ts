import { formatCount } from "@/lib/format/money";
import type { Section } from "../es-CO";

const convenios = (n: number) => `${formatCount(n)} ${n === 1 ? "convenio" : "convenios"}`;

/** The convenios of the fund: their ends, and what hangs on each. */
export const adminAgreements: Section<"admin">["agreements"] = {
  title: "Convenios",
  lead: (count) => `${convenios(count)}. Company and fund are told 90, 30 and 7 days before the end.`,
  add: "New convenio",
  importFile: "Import a file",
  addText: "It is in force from the first day to the last, both included. The NIT cannot be changed later.",
  one: "Convenio",
  oneTitle: (number) => `Convenio ${number}`,
  editText:
    "To renew it, change the last day. Number and NIT do not change: another company is another convenio.",
  saved: "Saved.",
  tabs: { all: "All", in30: "End within 30 days", in90: "End within 90 days", ended: "Ended" },
  search: "Company, NIT or number",
  find: "Find convenios",
  found: (typed) => `Convenios with "${typed}"`,
  empty: "No convenio.",
  endsOn: "Ends",
  left: "Left",
  company: "Company",
  nit: "NIT",
  number: "Convenio",
  portal: "Portal",
  account: "With an account",
  unapproved: "Not approved yet",
  noAccount: "No account",
  orders: "Orders of its own",
  amount: "Value",
  seeOrders: "See the valid orders that only this company may take",
  days: (days) => (days === 0 ? "Today is the last" : days === 1 ? "1 day" : `${days} days`),
  ended: (days) => (days === 1 ? "Ended yesterday" : `Ended ${days} days ago`),
  notBegun: "Not begun yet",
  followed: "Goes on in another",
  imports: {
    title: "Import convenios",
    intro:
      "Upload the file of the fund's system: CSV or Excel (.xlsx), with up to 200,000 lines and 40 MB. No convenio changes before you confirm.",
    file: "File of convenios",
    none: "No file has been imported yet.",
    moves: "Change their data",
    movesHint: "Name, e-mail, telephone, municipality or days. Applied when you confirm.",
    different: "Wait for your tick",
    held: "Not applied",
    progressLoading: "Loading the convenios",
    changesTitle: "Convenios that came different",
    changesCaption: (shown, all) =>
      shown < all ? `The first ${formatCount(shown)} of ${formatCount(all)}` : convenios(all),
    number: "Convenio",
    confirm: (agreements) => `Import ${convenios(agreements)}`,
    finishedText: (when) => `It ended on ${when}; the convenios are in force like this.`,
    cancelledText: (agreements) =>
      agreements === 0
        ? "Nothing was imported. The file was deleted."
        : `It was cancelled while loading: ${convenios(agreements)} had come in and ${agreements === 1 ? "stays" : "stay"}. The file was deleted.`,
    lineOf: (line) => `Line ${line}`,
    asksTitle: (all) =>
      all === 1 ? "One convenio changes company" : `${formatCount(all)} convenios change company`,
    asksHint:
      "Orders follow the NIT. Tick only what you have confirmed with the fund's system; what is not ticked stays as it is.",
    goes: (number, from, to) => `${number} goes from NIT ${from} to ${to}.`,
    newOne: (number, to) => `${number} is new and says it is of ${to}.`,
    known: (name, number) => `That NIT is already ${name}'s, convenio ${number}.`,
    nothingHangs: (nit) => `No valid order and no use hangs on NIT ${nit}.`,
    hang: (nit, orders, amount, uses) =>
      `On NIT ${nit} ${orders === 1 ? "hangs 1 valid order" : `hang ${formatCount(orders)} valid orders`} for ${amount} and ${uses === 1 ? "1 use" : `${formatCount(uses)} uses`}`,
    seeOrders: (nit) => `See the valid orders of NIT ${nit}`,
    ticked: (count) => `${convenios(count)} ticked on all pages.`,
    pagesHint: "Going to another page keeps the ticks of this one.",
    keepAndGoOn: "Keep the ticks and go on",
    keepAndGoBack: "Keep the ticks and go back",
    keep: "Keep the ticks",
    movesCaption: "Agreements that change company",
    what: "What changes",
    hangs: "What hangs on it",
    accepted: "Ticked",
    stayed: "Stays as it is",
  },
  form: {
    number: "Number of the convenio",
    nit: "NIT",
    nitHint: "With its digit. Example: 900765432-6",
    legalName: "Company name",
    email: "E-mail (optional)",
    startsOn: "First day",
    endsOn: "Last day",
    reason: "Reason",
    reasonHint: "It stays in the log. At least 10 letters",
    save: "Save the convenio",
  },
  errors: {
    agreementNumberMissing: "Write the number of the convenio",
    nitMissing: "Write the NIT",
    nitShape: "Write the whole NIT with its digit. Example: 900765432-6",
    nitCheckDigit: "The check digit is not that NIT's. Check the digits",
    legalNameMissing: "Write the company's name",
    emailShape: "Write the whole e-mail. Example: name@company.com",
    dayShape: "Write the whole day. Example: 31/12/2027",
    endBeforeStart: "The last day is before the first",
    agreementReasonMissing: "Write the reason, with 10 letters or more",
    textLong: "The text is shorter and without odd signs",
    paperLetters: "It has letters that the paper cannot show. Write it in Latin letters",
  },
  emails: {
    endsSubject: (company, days) => `The convenio of ${company} ends ${days}`,
    endsText: (company, number, day, caja, signature) =>
      `The convenio ${number} of ${company} with ${caja} ends on ${day}.\n\nFrom the day after, its points of payment can neither look up nor use orders. What was used does not change.\n\nTo renew it, get in touch with ${caja}.\n\n${signature}`,
    deskSubject: (count) =>
      count === "1" ? "A convenio is about to end" : `${count} convenios are about to end`,
    deskText: (lines, signature) =>
      `These convenios end soon and nothing follows them:\n\n${lines}\n\nThe companies with an account were told too. The list is in Convenios.\n\n${signature}`,
    deskLine: (company, number, day) => `- ${day}: ${company}, convenio ${number}`,
    in: { "90": "in less than 90 days", "30": "in less than 30 days", "7": "in less than 7 days" },
  },
};

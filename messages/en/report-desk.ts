import { sentence } from "@/lib/format/sentence";
import type { Section } from "@/messages/es-CO";

/** The caja's desk for what does not match; its letters go out in Spanish. */
export const adminReports: Section<"admin">["reports"] = {
  title: "Reports",
  intro: "What providers say does not match. The first decision stands.",
  tabsLabel: "Reports",
  tabs: { "por-revisar": "To review", cerradas: "Closed" },
  undos: (count) => `Uses to take back (${count})`,
  empty: { "por-revisar": "There are no reports to review.", cerradas: "None has been closed yet." },
  folio: "Number",
  provider: "Provider",
  reason: "What does not match",
  order: "Order",
  deadline: "Answer by",
  overdue: "Overdue",
  closed: "Closed",
  outcome: "Result",
  withdrawn: "Withdrawn",
  withdrawnOn: (when) => `${sentence(`The merchant withdrew it on ${when}`)} There is nothing to decide.`,
  inReview: "Order in review",
  pattern: "It repeats",
  patternProvider: (count, days) => `${count} reports of this provider in ${days} days`,
  patternOrder: (count, days) => `${count} reports of this order in ${days} days`,
  back: "Back to the reports",
  reported: "What the merchant says",
  reporter: "Who tells it",
  filed: "Sent",
  lookedUp: "Looked up",
  verdict: "Answer it saw",
  differs: "Marked as different",
  paperSays: "The paper says",
  words: "In their words",
  noWords: "Nothing more was written",
  photo: "Photo of the paper",
  photoAlt: (folio) => `Photo of the paper of report ${folio}`,
  noPhoto: "No photo",
  record: "What the record says",
  noOrder: "The look-up found no order.",
  seeOrder: "See the whole order",
  decide: "Close the report",
  outcomeLegend: "What you found",
  outcomes: {
    print_error: { label: "Printing error", hint: "The paper came out wrong. The order is right." },
    typing_error: { label: "Typing error", hint: "The fund typed a detail wrong." },
    altered: { label: "Altered paper", hint: "The paper changed after it left the fund." },
    nothing: { label: "Nothing found", hint: "The paper and the record say the same." },
  },
  answer: "Answer to the merchant",
  answerHint: "Read on the page and in the mail. If you leave it empty, the usual text goes out.",
  usual: {
    print_error: "Revisamos la orden. El papel se imprimió mal. Gracias por avisarnos.",
    typing_error: "Revisamos la orden. La entidad escribió mal un dato. Gracias por avisarnos.",
    altered:
      "Revisamos la orden. El papel no dice lo que la entidad registró. No entregue con él. Gracias por avisarnos.",
    nothing: "Revisamos la orden y todo coincide con el registro. Gracias por avisarnos.",
  },
  actionLegend: "What becomes of the order",
  actions: {
    leave: { label: "Leave it as it is", hint: "" },
    unblock: {
      label: "Lift this report's review",
      hint: "The order goes back to what it was, if nobody else holds it.",
    },
    annul: { label: "Annul the order", hint: "It can't be used any more. This can't be undone." },
  },
  otherHolds: (count) =>
    count === 1
      ? "Another report or person also holds this order. This decision does not lift that."
      : `${count} more reports or persons hold this order. This decision does not lift them.`,
  submit: "Save the decision",
  readOnly: "Your user can read reports. An officer or an administrator closes them.",
  decided: "Decision",
  decider: "Who closed it",
  orderAction: "The order",
  emails: {
    filed: (company) => `Report of ${company} to review`,
    filedText: (company, url, signature) =>
      `${company} says that something does not match in an order. The fund answers within three working days.\n\nReview it here:\n${url}\n\n${signature}\n`,
    withdrawn: (folio) => `Report ${folio}: the merchant withdrew it`,
    withdrawnText: (folio, company, signature) =>
      `${company} withdrew report ${folio}. There is nothing to answer. If the order was in review only because of it, it is as it was.\n\n${signature}\n`,
    decided: (folio) => `Report ${folio}: the fund answered`,
    decidedText: (outcome, answer, url, signature) =>
      `The fund looked at the report that your company sent.\n\nResult: ${outcome}\n\n${answer}\n\nYou can see it here:\n${url}\n\n${signature}\n`,
  },
};

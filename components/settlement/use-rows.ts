import type { SettledUse } from "@/db/queries/settlement";
import { paymentNumber } from "@/domain/payment/payment-number";
import { receiptNumber } from "@/domain/use/receipt-number";
import { shortDate } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import type { Messages } from "@/messages/es-CO";

type Words = Messages["settlement"];

/** Columns of a list of uses, the same for providers and the caja. */
export function settledColumns({ columns }: Words) {
  return {
    receipt: { label: columns.receipt, firm: true },
    date: { label: columns.date, firm: true },
    order: columns.order,
    place: columns.counter,
    amount: { label: columns.amount, numeric: true },
    state: columns.state,
  };
}

/** A row of such a list. */
export function settledRow(use: SettledUse, t: Words) {
  return {
    receipt: receiptNumber(use.serial, use.at),
    date: shortDate(use.at),
    order: `${use.kindName} ${use.number}`,
    place: [use.branch, use.counter].filter(Boolean).join(", ") || t.noBranch,
    amount: formatPesos(use.amount),
    state: [
      t.states[use.state],
      use.invoice && t.invoiceFact(use.invoice),
      use.paymentAt &&
        t.paymentFact(
          paymentNumber(use.payment ?? 0, use.paymentAt),
          shortDate(use.paidOn ?? ""),
          use.paymentReference ?? "",
        ),
      use.objection,
    ]
      .filter(Boolean)
      .join(". "),
  };
}

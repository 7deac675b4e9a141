import { shortDate } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import type { Messages } from "@/messages/es-CO";

type Words = Messages["payment"];
type Invoice = {
  providerName: string;
  invoice: string;
  uses: number;
  amount: number;
  invoiceValue: number | null;
  firstAt: Date;
  lastAt: Date;
};

/** Columns of a list of invoices, with what each says held against its uses. */
export function invoiceColumns({ columns }: Words) {
  return {
    provider: columns.provider,
    invoice: { label: columns.invoice, firm: true },
    days: columns.days,
    uses: { label: columns.uses, numeric: true },
    sum: { label: columns.sum, numeric: true, looseHead: true },
    value: { label: columns.invoiceValue, numeric: true, looseHead: true },
    difference: { label: columns.difference, numeric: true },
  };
}

/** A row of such a list. */
export function invoiceRow(
  { providerName, invoice, uses, amount, invoiceValue, firstAt, lastAt }: Invoice,
  t: Words,
) {
  const apart = invoiceValue === null ? null : invoiceValue - amount;
  return {
    provider: providerName,
    invoice,
    days: t.between(shortDate(firstAt), shortDate(lastAt)),
    uses: formatCount(uses),
    sum: formatPesos(amount),
    value: invoiceValue === null ? t.unknownValue : formatPesos(invoiceValue),
    difference: apart === null ? "—" : apart === 0 ? t.matches : formatPesos(apart),
  };
}

import { type DateLanguage, longDate } from "@/lib/format/date";
import { formatPesos, pesosInWords } from "@/lib/format/money";
import { formatIdNumber } from "@/model/identity/format";

type Order = {
  affiliateName: string | null;
  affiliateIdKind: string;
  /** Null once the answer is too old to tell it. */
  affiliateId: string | null;
  /** Whole pesos; null while the paper's is still to be typed. */
  value: number | null;
  /** What is left of the value, where it can be used in parts. */
  balance?: number | null;
  concept: string | null;
  issuedOn: string | null;
  validUntil: string;
  office: string | null;
};
type Words = Record<
  "affiliate" | "identity" | "value" | "concept" | "issuedOn" | "validUntil" | "office",
  string
> &
  Partial<Record<"valueHidden" | "balance", string>>;

/** An order's data in the order of the paper, so that eyes move the same way; what is not shown is left out. */
export function orderRows(order: Order, words: Words, language: DateLanguage) {
  return [
    ...row(words.affiliate, order.affiliateName),
    ...(order.affiliateId === null
      ? []
      : [
          {
            label: words.identity,
            value: `${order.affiliateIdKind} ${formatIdNumber(order.affiliateId)}`,
            digits: true,
          },
        ]),
    order.value === null
      ? { label: words.value, value: words.valueHidden ?? "" }
      : {
          label: words.value,
          value: formatPesos(order.value),
          detail: pesosInWords(order.value),
          large: true,
        },
    ...balanceRow(order, words),
    ...row(words.concept, order.concept),
    ...row(words.issuedOn, order.issuedOn && longDate(order.issuedOn, language)),
    { label: words.validUntil, value: longDate(order.validUntil, language) },
    ...row(words.office, order.office),
  ];
}

/** "$300.000 de $480.000", once a part was used. */
function balanceRow({ value, balance }: Order, words: Words) {
  if (!words.balance || value === null || balance === null || balance === undefined || balance === value)
    return [];
  return [{ label: words.balance, value: `${formatPesos(balance)} / ${formatPesos(value)}`, digits: true }];
}

function row(label: string, value: string | null) {
  return value === null ? [] : [{ label, value }];
}

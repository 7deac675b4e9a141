import { type DateLanguage, longDate } from "@/lib/format/date";
import { formatIdNumber } from "@/lib/format/identity";
import { formatPesos, pesosInWords } from "@/lib/format/money";

type Order = {
  affiliateName: string | null;
  affiliateIdKind: string;
  affiliateId: string;
  /** Whole pesos. */
  value: number;
  concept: string | null;
  issuedOn: string | null;
  validUntil: string;
  office: string | null;
};
type Words = Record<
  "affiliate" | "identity" | "value" | "concept" | "issuedOn" | "validUntil" | "office",
  string
>;

/** An order's data in the order of the paper, so that eyes move the same way; what is not shown is left out. */
export function orderRows(order: Order, words: Words, language: DateLanguage) {
  return [
    ...row(words.affiliate, order.affiliateName),
    {
      label: words.identity,
      value: `${order.affiliateIdKind} ${formatIdNumber(order.affiliateId)}`,
      digits: true,
    },
    { label: words.value, value: formatPesos(order.value), detail: pesosInWords(order.value), large: true },
    ...row(words.concept, order.concept),
    ...row(words.issuedOn, order.issuedOn && longDate(order.issuedOn, language)),
    { label: words.validUntil, value: longDate(order.validUntil, language) },
    ...row(words.office, order.office),
  ];
}

function row(label: string, value: string | null) {
  return value === null ? [] : [{ label, value }];
}

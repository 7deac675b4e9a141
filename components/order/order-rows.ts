import { type DateLanguage, longDate } from "@/lib/format/date";
import { formatIdNumber } from "@/lib/format/identity";
import { formatPesos, pesosInWords } from "@/lib/format/money";

type Order = {
  affiliateName: string;
  affiliateIdKind: string;
  affiliateId: string;
  /** Whole pesos. */
  value: number;
  concept: string;
  issuedOn: string;
  validUntil: string;
  office: string;
};
type Words = Record<
  "affiliate" | "identity" | "value" | "concept" | "issuedOn" | "validUntil" | "office",
  string
>;

/** An order's data in the order of the paper, so that eyes move the same way wherever it is shown. */
export function orderRows(order: Order, words: Words, language: DateLanguage) {
  return [
    { label: words.affiliate, value: order.affiliateName },
    {
      label: words.identity,
      value: `${order.affiliateIdKind} ${formatIdNumber(order.affiliateId)}`,
      digits: true,
    },
    { label: words.value, value: formatPesos(order.value), detail: pesosInWords(order.value), large: true },
    { label: words.concept, value: order.concept },
    { label: words.issuedOn, value: longDate(order.issuedOn, language) },
    { label: words.validUntil, value: longDate(order.validUntil, language) },
    { label: words.office, value: order.office },
  ];
}

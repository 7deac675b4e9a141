import { type DateLanguage, longDate } from "@/lib/format/date";
import { formatPesos, pesosInWords } from "@/lib/format/money";
import { formatIdNumber } from "@/model/identity/format";
import { isShown, isTextField, orderFields, orderViews, type TextField } from "@/model/order-field";

type Order = Record<TextField, string | null> & {
  affiliateName: string | null;
  affiliateIdKind: string;
  /** Null when the answer is too old to show it. */
  affiliateId: string | null;
  /** Whole pesos; null until the paper's value is typed. */
  value: number | null;
  /** Balance, where partial use is allowed. */
  balance?: number | null;
  issuedOn: string | null;
  validUntil: string;
};
type Words = Record<"affiliate" | "identity" | "value" | "issuedOn" | "validUntil" | TextField, string> &
  Partial<Record<"valueHidden" | "balance", string>>;

type Row = { label: string; value: string; detail?: string; digits?: boolean; large?: boolean };
type SheetField = (typeof orderViews.sheet)[number];

/** Data that are compared with the paper (model/comparison.ts). */
const compared: readonly SheetField[] = ["affiliateName", "affiliateId", "value", "issuedOn"];

/** The data of an order in the sequence of the paper. What is not shown is left out. */
export function orderRows(order: Order, words: Words, language: DateLanguage): Row[] {
  return rowsOf(orderViews.sheet, order, words, language);
}

/** Data of an order that are not compared with the paper, and its balance. */
export function restRows(order: Order, words: Words, language: DateLanguage): Row[] {
  const names = orderViews.sheet.filter((name) => !compared.some((each) => each === name));
  return [...balanceRow(order, words), ...rowsOf(names, order, words, language)];
}

function rowsOf(names: readonly SheetField[], order: Order, words: Words, language: DateLanguage): Row[] {
  const rows: Record<Exclude<SheetField, TextField>, Row[]> = {
    affiliateName: row(words.affiliate, order.affiliateName),
    affiliateId: identityRow(order, words),
    value: [valueRow(order, words), ...balanceRow(order, words)],
    issuedOn: row(words.issuedOn, order.issuedOn && longDate(order.issuedOn, language)),
    validUntil: row(words.validUntil, longDate(order.validUntil, language)),
  };
  return names.flatMap((name) => {
    if (!isTextField(name)) return rows[name];
    return isShown(orderFields[name].text, order[name]) ? row(words[name], order[name]) : [];
  });
}

function identityRow({ affiliateId, affiliateIdKind }: Order, words: Words) {
  if (affiliateId === null) return [];
  return [
    { label: words.identity, value: `${affiliateIdKind} ${formatIdNumber(affiliateId)}`, digits: true },
  ];
}

function valueRow({ value }: Order, words: Words) {
  return value === null
    ? { label: words.value, value: words.valueHidden ?? "" }
    : { label: words.value, value: formatPesos(value), detail: pesosInWords(value), large: true };
}

/** "$300.000 de $480.000", after a partial use. */
function balanceRow({ value, balance }: Order, words: Words) {
  if (!words.balance || value === null || balance === null || balance === undefined || balance === value)
    return [];
  return [{ label: words.balance, value: `${formatPesos(balance)} / ${formatPesos(value)}`, digits: true }];
}

function row(label: string, value: string | null) {
  return value === null ? [] : [{ label, value }];
}

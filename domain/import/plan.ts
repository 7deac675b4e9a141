import { type IssueRule, lastDayOf, needsSecondPerson } from "@/domain/order-kind/kinds";
import { type CalendarDay, daysBetween } from "@/model/calendar";
import type { KeptBecause, KindKeeps, Warning } from "@/model/import";
import { type OrderField, orderFieldNames, orderFile } from "@/model/order-field";
import { type CoreNumberShape, type OwnSeries, shapeFault, spellingFault } from "@/model/order-number";
import { type Digest, type FileRow, readEachOnce, type Seen } from "./batch";
import { otherInFile } from "./number-spellings";
import { type OrderData, type OrderRules, readOrderRow } from "./row";

export type PlannedLine = {
  line: number;
  data: OrderData;
  warnings: Omit<Warning, "line">[];
  /** The number of an earlier line that is the same but for the zeros behind its letters. */
  otherSpelling?: string | null;
};

/** Reads a batch of rows: the orders they tell of, each once and with its warnings. */
export function readBatch(rows: readonly FileRow[], rules: OrderRules, seen: Seen, digest: Digest) {
  const reader = {
    read: (line: number, cells: Record<string, string>, dayCells?: readonly string[]) =>
      readOrderRow(line, cells, rules, dayCells),
    keyOf: orderKey,
    textOf: fingerprint,
    column: "NRODCTO",
    example: orderFile.example,
  };
  const { lines, ...rest } = readEachOnce<OrderData>(rows, reader, seen, digest);
  const planned: PlannedLine[] = lines.map(({ line, data }) => ({
    ...{ line, data },
    warnings: warningsOf(data, rules, rules.today),
    otherSpelling: otherInFile(data, line, seen),
  }));
  return { lines: planned, ...rest };
}

/** The key of an order: kind and normalised number. */
export function orderKey(order: { kindCode: string; numberKey: string }): string {
  return `${order.kindCode}/${order.numberKey}`;
}

/** Orders are issued for weeks or months: what lies further apart is a year that was mistyped. */
const LONG_AGO_DAYS = 3 * 365;
const LONGEST_YEARS = 3;

function warningsOf(data: OrderData, rules: OrderRules, today: CalendarDay): PlannedLine["warnings"] {
  const { providerNit, issuedOn, validUntil } = data;
  const lastDay = providerNit && rules.agreements.get(providerNit);
  const years = Math.floor(daysBetween(issuedOn, validUntil) / 365);
  return [
    ...(lastDay && lastDay < today ? [{ code: "agreement_ended", fact: providerNit } as const] : []),
    ...(daysBetween(issuedOn, today) > LONG_AGO_DAYS
      ? [{ code: "issued_long_ago", fact: issuedOn } as const]
      : []),
    ...(years >= LONGEST_YEARS ? [{ code: "valid_for_years", fact: String(years) } as const] : []),
  ];
}

/**
 * The fields in which a line is compared with the stored order. The number is the key; how it is printed does not
 * count.
 */
export type ComparedField = DataField | "coreUsedOn";
type DataField = Exclude<OrderField, "kindCode" | "number">;

const fieldNames = orderFieldNames.filter(
  (name): name is DataField => name !== "kindCode" && name !== "number",
);

function fingerprint(data: OrderData): string {
  return JSON.stringify([...fieldNames, "coreUsedOn" as const].map((field) => data[field]));
}

/** What is known of an order that the file tells of. */
export type KnownOrder = Omit<Pick<OrderData, ComparedField>, "state"> & {
  state: "issued" | "delivered" | "used" | "annulled" | "blocked" | "replaced";
  /** Whether a provider has used some of its value. */
  touched: boolean;
  /** The core itself used it up or voided it, and nobody here did. */
  byCore: boolean;
  /** The state that the core gave it during a review; the order takes it when the review ends. */
  coreSaid: "annulled" | "used" | null;
  /** Whether it changed after the dry run began that a person confirmed. */
  newer: boolean;
  /** It was issued here and its paper printed; it did not come in a file. */
  own: boolean;
};

/** The kind's limits of today for a known order, and whether the run was let in by another than brought it. */
export type ChangeLimits = {
  kind: Pick<IssueRule, "validityDays" | "validityUntil" | "toWorkingDay" | "largestValue" | "approvalFrom">;
  today: CalendarDay;
  secondPerson: boolean;
};

export type Step =
  | { kind: "new" }
  /** It would be new, of a kind that is out of use. */
  | { kind: "closed" }
  /** It would be new, and above the largest value of its kind. */
  | { kind: "too_large"; largest: number }
  /** It would be new, and its number is not one of its kind. */
  | { kind: "misshapen"; code: "kind_digits" | "kind_length" | "kind_code" | "own_series" }
  /** It would be new, and another order has its number with other zeros behind the letters. */
  | { kind: "spelled_twice"; other: string }
  | { kind: "same" }
  /** `apply` is done; `held` is listed: what must not change, and other data unless asked for. */
  | { kind: "different"; apply: ComparedField[]; held: ComparedField[]; kept: KeptBecause | null };

/** Decides what a line does to its order: insert, change, keep, or error. */
export function planOrder(
  data: OrderData,
  known: KnownOrder | undefined,
  {
    applyChanges,
    limits,
    closedKinds,
    numberShape,
    ownSeries,
    otherSpelling = null,
  }: {
    applyChanges: boolean;
    limits?: ChangeLimits;
    closedKinds?: ReadonlySet<string>;
    numberShape?: CoreNumberShape;
    ownSeries?: OwnSeries;
    otherSpelling?: string | null;
  },
): Step {
  if (!known) {
    if (closedKinds?.has(data.kindCode)) return { kind: "closed" };
    const largest = limits?.kind.largestValue ?? data.value;
    if (data.value > largest) return { kind: "too_large", largest };
    const code =
      (numberShape ? shapeFault(data.number, numberShape) : null) ??
      spellingFault(data.number, data.kindCode, ownSeries);
    if (code) return { kind: "misshapen", code };
    return otherSpelling ? { kind: "spelled_twice", other: otherSpelling } : { kind: "new" };
  }
  const different: DataField[] = fieldNames.filter((field) =>
    field === "state" ? !keepsState(data.state, known) : data[field] !== known[field],
  );
  const frozen = frozenBecause(known, data);
  // Of an order that was issued here nothing but its state is ever taken from a file.
  const takeable = different.filter((field) => field === "state" || !known.own);
  const beyond = frozen ? null : beyondWhatMay(data, known, takeable, { applyChanges, limits });
  const current = known.state === "issued" || known.state === "delivered";
  const applies = (field: DataField) => {
    // What the core says of an order in review is kept for the end of the review.
    if (field === "state" && frozen === "blocked") return data.state !== "issued";
    if (frozen) return false;
    if (field === "state" && current) return true;
    if (field === "state") return applyChanges && !beyond;
    return applyChanges && !known.own && !beyond;
  };
  const held = different.filter((field) => !applies(field));
  const keptOfOwn = beyond && held.includes("state") ? beyond : "issued_here";
  const kept = held.length === 0 ? null : (frozen ?? (known.own ? keptOfOwn : beyond));
  const applied = different.filter(applies);
  const apply = saysDayOfUse(data, known, applied) ? [...applied, "coreUsedOn" as const] : applied;
  return apply.length + held.length === 0 ? { kind: "same" } : { kind: "different", apply, held, kept };
}

/** Whether the line gives a new day to a use of the core, the one that it tells now or one that was known. */
function saysDayOfUse(data: OrderData, known: KnownOrder, applied: readonly DataField[]): boolean {
  if (data.coreUsedOn === null || data.coreUsedOn === known.coreUsedOn) return false;
  const wasUsed = known.state === "used" ? known.byCore : known.coreSaid === "used";
  return wasUsed || applied.includes("state");
}

/**
 * VIGENTE only means that the core has neither voided the order nor used it up. It undoes an earlier state from
 * the core, but nothing that happened here.
 */
function keepsState(line: OrderData["state"], known: KnownOrder): boolean {
  if (known.state === "blocked") return line === (known.coreSaid ?? "issued");
  return line === "issued" ? !known.byCore : line === known.state;
}

/** The same rule guards every write in db/functions/order_kind.sql. */
function beyondWhatMay(
  data: OrderData,
  known: KnownOrder,
  different: readonly DataField[],
  { applyChanges, limits }: { applyChanges: boolean; limits?: ChangeLimits },
): KindKeeps | "since_preview" | null {
  const hasNoEffect = data.state !== "issued" && different.every((field) => field === "state");
  if (hasNoEffect) return null;
  if (known.newer && applyChanges) return "since_preview";
  // What the core voids of the orders issued here met the limits here. A use that it takes back gives a value again.
  const isRevived = known.own && known.state === "annulled";
  if (!limits || isRevived) return null;
  // What it is worth, and until when, is never taken from a file.
  const { value, validUntil } = known.own ? known : data;
  return kindKeeps({ ...data, value, validUntil }, known, limits);
}

function kindKeeps(
  data: OrderData,
  known: KnownOrder,
  { kind, today, secondPerson }: ChangeLimits,
): KindKeeps | null {
  const above = data.value > kind.largestValue;
  if (above && data.value !== known.value) return "largest_value";
  if (data.validUntil > known.validUntil && data.validUntil > lastDayOf(kind, today)) return "last_day";
  // What is above the largest value since the kind was changed goes on, with two persons.
  return (above || needsSecondPerson(kind, data.value)) && !secondPerson ? "second_person" : null;
}

/** The core may change only states that it set itself. */
function frozenBecause({ state, touched, byCore }: KnownOrder, line: OrderData): KeptBecause | null {
  if (state === "annulled") return byCore ? null : "voided_here";
  if (state === "used") return byCore && line.state !== "used" ? null : "used";
  if (touched) return "used";
  return state === "blocked" || state === "replaced" ? state : null;
}

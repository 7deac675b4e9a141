import { FIRST_CODE_DAY, LARGEST_CODE_VALUE, LAST_CODE_DAY } from "@/domain/order-code/code";
import type { CalendarDay } from "@/model/calendar";
import { type IdentityKind, isIdentityKind } from "@/model/identity/identity-document";
import {
  coreUse,
  mapTexts,
  type OrderColumn,
  type OrderField,
  type OrderTexts,
  orderFieldNames,
  orderFields,
} from "@/model/order-field";
import { normaliseOrderNumber } from "@/model/order-number";
import {
  bad,
  type DayDoubt,
  type Fault,
  good,
  namesNothing,
  type Read,
  readCell,
  readDay,
  readPesos,
} from "./cells";
import { readIdNumber, readNit, readOrderNumber } from "./identifiers";
import { readName, readText } from "./text";

export type OrderState = "issued" | "annulled" | "used";

/** Data of an order in a valid line. */
export type OrderData = OrderTexts & {
  kindCode: string;
  /** The number as the paper prints it. */
  number: string;
  numberKey: string;
  affiliateIdKind: IdentityKind;
  affiliateId: string;
  affiliateName: string;
  /** The value in whole pesos. */
  value: number;
  issuedOn: CalendarDay;
  validUntil: CalendarDay;
  providerNit: string | null;
  state: OrderState;
  /** The day on which the core used it; null where the line does not say. */
  coreUsedOn: CalendarDay | null;
};

/** The settings of the installation that decide whether a row is valid. */
export type OrderRules = {
  /** Largest value, in pesos, by code of kind; of kinds out of use too, since orders of them live on. */
  kinds: ReadonlyMap<string, number>;
  /** Kinds out of use: no new order of them comes in. */
  closedKinds?: ReadonlySet<string>;
  /** Last day of the latest convenio, by NIT. */
  agreements: ReadonlyMap<string, CalendarDay>;
  /** Whether the file's days may have their month first. */
  dayDoubt?: DayDoubt;
  today: CalendarDay;
};

const states: ReadonlyMap<string, OrderState> = new Map([
  ["VIGENTE", "issued"],
  ["ANULADA", "annulled"],
  ["UTILIZADA", "used"],
]);
/** Columns of which a line about an order fills at least one with something of its own. */
const naming = ["NRODCTO", "NIT", "NOMBRE"] as const satisfies readonly OrderColumn[];
const NAME_LENGTH = 120;

/** The rules for one cell: with whether a workbook has it as a day. */
type CellRules = OrderRules & { isDayCell?: boolean };
/** Readers of each field's cell, given the installation's rules and the fields read so far. */
type Readers = {
  [Name in OrderField]: (cell: string, rules: CellRules, line: Partial<OrderData>) => Read<OrderData[Name]>;
};
const readers: Readers = {
  ...mapTexts((name) => (cell: string) => readText(cell, orderFields[name].text.longest, { optional: true })),
  kindCode: readKind,
  number: readOrderNumber,
  affiliateIdKind: readIdKind,
  affiliateId: (cell, _, { affiliateIdKind }) => readIdNumber(cell, affiliateIdKind),
  affiliateName: (cell) => readName(cell, NAME_LENGTH),
  issuedOn: readCodeDay,
  validUntil: (cell, rules, { issuedOn }) => readLastDay(cell, issuedOn, rules),
  // Its kind's largest value is asked of what the line gives (plan.ts): a kind may have had another one before.
  value: (cell) => readPesos(cell, LARGEST_CODE_VALUE),
  providerNit: readProvider,
  state: readState,
};

/** Reads a row of the file: its order, or all its errors. */
export function readOrderRow(
  line: number,
  cells: Record<string, string>,
  rules: OrderRules,
  dayCells: readonly string[] = [],
): { data: OrderData } | { faults: Fault[] } {
  // A total, a note or a signature below the orders: one fault tells more than one for each column.
  if (
    naming.every((column) => namesNothing(column, cells[column] ?? "")) ||
    /^\s*(?:gran\s+|sub)?total(?:es)?\b/i.test(cells.TIPODCTO ?? "")
  )
    return { faults: [{ line, column: "", cell: "", code: "no_order" }] };

  const faults: Fault[] = [];
  const data: Partial<OrderData> = {};
  const inDayCell: CellRules = { ...rules, isDayCell: true };
  const rulesOf = (column: string) => (dayCells.includes(column) ? inDayCell : rules);
  const take = <Name extends OrderField>(name: Name) => {
    const column = orderFields[name].header;
    const cell = cells[column] ?? "";
    const read = readCell(cell, (text) => readers[name](text, rulesOf(column), data));
    if (read.ok) data[name] = read.value;
    else faults.push({ line, column, cell, code: read.code, fact: read.fact });
  };
  for (const name of orderFieldNames) take(name);
  const cell = cells[coreUse.header] ?? "";
  const usedOn = readCell(cell, (text) => readCoreUse(text, rulesOf(coreUse.header), data));
  if (usedOn.ok) data.coreUsedOn = usedOn.value;
  else faults.push({ line, column: coreUse.header, cell, code: usedOn.code, fact: usedOn.fact });
  if (faults.length > 0) return { faults };
  const whole = data as OrderData;
  return { data: { ...whole, numberKey: normaliseOrderNumber(whole.number) } };
}

function readKind(cell: string, rules: OrderRules): Read<string> {
  const code = cell.trim().toUpperCase();
  if (code === "") return bad("empty");
  return rules.kinds.has(code) ? good(code) : bad("unknown_kind", openKinds(rules).join(", "));
}

function readIdKind(cell: string): Read<IdentityKind> {
  const kind = cell.trim().toUpperCase();
  if (kind === "") return bad("empty");
  return isIdentityKind(kind) ? good(kind) : bad("unknown_id_kind");
}

/** A day that the code on the paper can hold: an order that could never be printed does not come in. */
function readCodeDay(cell: string, { dayDoubt, isDayCell }: CellRules): Read<CalendarDay> {
  const day = readDay(cell, dayDoubt, isDayCell);
  if (!day.ok) return day;
  if (day.value < FIRST_CODE_DAY) return bad("day_too_early", FIRST_CODE_DAY);
  return day.value > LAST_CODE_DAY ? bad("day_too_late", LAST_CODE_DAY) : day;
}

function readLastDay(cell: string, issuedOn: CalendarDay | undefined, rules: CellRules): Read<CalendarDay> {
  const day = readCodeDay(cell, rules);
  return day.ok && issuedOn && day.value < issuedOn ? bad("before_start", issuedOn) : day;
}

/** The day of a use is one that has come, of an order that existed and that the core used. */
function readCoreUse(
  cell: string,
  rules: CellRules,
  { issuedOn, state }: Partial<OrderData>,
): Read<CalendarDay | null> {
  if (cell.trim() === "") return good(null);
  if (state && state !== "used") return bad("day_without_use");
  const day = readDay(cell, rules.dayDoubt, rules.isDayCell);
  if (!day.ok) return day;
  if (day.value > rules.today) return bad("day_to_come", rules.today);
  return issuedOn && day.value < issuedOn ? bad("before_start", issuedOn) : day;
}

/** A blank cell means any provider. Dashes and words are an error, since they may replace a lost NIT. */
function readProvider(cell: string, rules: OrderRules): Read<string | null> {
  if (cell.trim() === "") return good(null);
  const nit = readNit(cell);
  return nit.ok && !rules.agreements.has(nit.value) ? bad("no_agreement") : nit;
}

function readState(cell: string): Read<OrderState> {
  const value = cell.trim().toUpperCase();
  if (value === "") return bad("empty");
  const state = states.get(value);
  return state ? good(state) : bad("unknown_state");
}

/** The kinds that a new order may be of. */
export function openKinds({ kinds, closedKinds }: OrderRules): string[] {
  return [...kinds.keys()].filter((code) => !closedKinds?.has(code));
}

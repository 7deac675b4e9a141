import type { Answer } from "@/db/contract/call";

/** What is counted of a month, in the order of its columns. */
export const figures = ["issued", "used", "expired", "voided", "held"] as const;
export type Figure = (typeof figures)[number];
/** How many orders (uses, where it is used), and whole pesos. */
type Measure = { count: number; amount: number };
export type Measures = Readonly<Record<Figure, Measure>>;

/** A line of a table: a kind, an office or a provider, with the month before beside it. */
export type Line = { key: string; name: string; now: Measures; before: Measures };
export type Lines = { total: Line; kinds: Line[]; offices: Line[] };
/** `nit` is null for the orders that any provider may take. Paid and unpaid are of what was used in the month. */
export type ProviderLine = Line & {
  nit: string | null;
  checkDigit: number | null;
  paid: { now: number; before: number };
  unpaid: { now: number; before: number };
};

type Review = Answer<"orders_in_review">[number];
type ByKind = Answer<"orders_by_kind">[number];
type ByProvider = Answer<"orders_by_provider">[number];
/** Rows of a month as the database adds them up. */
export type MonthRows = { kinds: ByKind[]; providers: ByProvider[]; review: Review[] };

type Part = { key: string; name: string; measures: Partial<Measures> };
type When = "now" | "before";

const nothing = (): Record<Figure, Measure> => ({
  issued: { count: 0, amount: 0 },
  used: { count: 0, amount: 0 },
  expired: { count: 0, amount: 0 },
  voided: { count: 0, amount: 0 },
  held: { count: 0, amount: 0 },
});

/** Adds parts of both months up by their key. */
function linesOf(parts: Readonly<Record<When, readonly Part[]>>): Line[] {
  const lines = new Map<string, Line & Record<When, Record<Figure, Measure>>>();
  for (const when of ["now", "before"] as const)
    for (const { key, name, measures } of parts[when]) {
      const line = lines.get(key) ?? { key, name, now: nothing(), before: nothing() };
      lines.set(key, line);
      for (const figure of figures) {
        const { count = 0, amount = 0 } = measures[figure] ?? {};
        const known = line[when][figure];
        line[when][figure] = { count: known.count + count, amount: known.amount + amount };
      }
    }
  return [...lines.values()].sort((one, other) => one.name.localeCompare(other.name, "es"));
}

type Counted = Pick<
  ByKind,
  "issued" | "issuedAmount" | "used" | "usedAmount" | "expired" | "expiredAmount" | "voided" | "voidedAmount"
>;
const ofOrders = (row: Counted): Partial<Measures> => ({
  issued: { count: row.issued, amount: row.issuedAmount },
  used: { count: row.used, amount: row.usedAmount },
  expired: { count: row.expired, amount: row.expiredAmount },
  voided: { count: row.voided, amount: row.voidedAmount },
});
const ofReview = ({ orders, amount }: Review): Partial<Measures> => ({ held: { count: orders, amount } });

/** All kinds of a month in one sum; what was in review is not among it. */
export function sumOfKinds(kinds: readonly ByKind[]): Measures {
  const now = kinds.map((row) => ({ key: "", name: "", measures: ofOrders(row) }));
  return linesOf({ now, before: [] })[0]?.now ?? nothing();
}

/** The parts of a month by what `keyOf` names. */
function partsBy(
  { kinds, review }: MonthRows,
  keyOf: (row: ByKind | Review) => { key: string; name: string },
): Part[] {
  return [
    ...kinds.map((row) => ({ ...keyOf(row), measures: ofOrders(row) })),
    ...review.map((row) => ({ ...keyOf(row), measures: ofReview(row) })),
  ];
}

/** The lines by kind and by office, and their sum. */
export function reportLines(now: MonthRows, before: MonthRows): Lines {
  const by = (keyOf: (row: ByKind | Review) => { key: string; name: string }) =>
    linesOf({ now: partsBy(now, keyOf), before: partsBy(before, keyOf) });
  const [total = { key: "", name: "", now: nothing(), before: nothing() }] = by(() => ({
    key: "",
    name: "",
  }));
  return {
    total,
    kinds: by(({ kindCode, kindName }) => ({ key: kindCode, name: `${kindName} (${kindCode})` })),
    offices: by(({ office }) => ({ key: office, name: office })),
  };
}

const minus = (whole: Measures, parts: readonly Measures[]): Measures => {
  const left = nothing();
  for (const figure of figures)
    left[figure] = {
      count: whole[figure].count - parts.reduce((sum, part) => sum + part[figure].count, 0),
      amount: whole[figure].amount - parts.reduce((sum, part) => sum + part[figure].amount, 0),
    };
  return left;
};

/** The providers by what they used, the most first; the last line has the orders that any of them may take. */
export function providerLines(now: MonthRows, before: MonthRows, total: Line): ProviderLine[] {
  const partsOf = ({ providers, review }: MonthRows): Part[] => [
    ...providers.map((row) => ({ key: row.nit, name: row.name ?? "", measures: ofOrders(row) })),
    ...review.flatMap((row) =>
      row.providerNit === null ? [] : [{ key: row.providerNit, name: "", measures: ofReview(row) }],
    ),
  ];
  const byNit = ({ providers }: MonthRows) => new Map(providers.map((row) => [row.nit, row]));
  const paid = { now: byNit(now), before: byNit(before) };
  const lines = linesOf({ now: partsOf(now), before: partsOf(before) }).map((line): ProviderLine => {
    const [one, other] = [paid.now.get(line.key), paid.before.get(line.key)];
    return {
      ...line,
      name: line.name || one?.name || other?.name || "",
      nit: line.key,
      checkDigit: one?.checkDigit ?? other?.checkDigit ?? null,
      paid: { now: one?.paidAmount ?? 0, before: other?.paidAmount ?? 0 },
      unpaid: { now: one?.unpaidAmount ?? 0, before: other?.unpaidAmount ?? 0 },
    };
  });
  lines.sort(
    (one, other) =>
      other.now.used.amount - one.now.used.amount || other.now.issued.amount - one.now.issued.amount,
  );
  const anybodys: ProviderLine = {
    key: "",
    name: "",
    nit: null,
    checkDigit: null,
    now: minus(
      total.now,
      lines.map((line) => line.now),
    ),
    before: minus(
      total.before,
      lines.map((line) => line.before),
    ),
    paid: { now: 0, before: 0 },
    unpaid: { now: 0, before: 0 },
  };
  return [...lines, anybodys].filter(hasFigures);
}

/** Whether anything happened in either month. */
export const hasFigures = ({ now, before }: Pick<Line, When>): boolean =>
  figures.some((figure) => now[figure].count + before[figure].count !== 0);

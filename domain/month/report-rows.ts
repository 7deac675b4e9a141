import type { Cell, Column } from "@/lib/table/write";
import type { Messages } from "@/messages/es-CO";
import { figures, type Line, type ProviderLine } from "./lines";
import type { MonthReport, RequestFigures } from "./read-report";

type Words = Messages["monthReport"];
type Table = keyof Words["tables"];
/** One figure of a line, this month and the month before. Money is null where it is none. */
export type ReportRow = {
  table: Table;
  name: string;
  nit: string | null;
  figure: string;
  count: number | null;
  amount: number | null;
  before: number | null;
  amountBefore: number | null;
};

export const requestFigures = [
  "received",
  "returned",
  "approved",
  "rejected",
  "median",
  "p90",
  "late",
] as const;

/** Whether any came or was answered in either month. */
export const hasRequests = ({ now, before }: MonthReport["requests"]): boolean =>
  [now, before].some(({ received, returned, approved, rejected }) =>
    [received, returned, approved, rejected].some((count) => count > 0),
  );

/** The name of a line in its table. */
export function nameOfProvider({ nit, name }: ProviderLine, words: Words): string {
  return nit === null ? words.anybodys : name || nit;
}

const rowsOf = (table: Table, name: string, { now, before }: Line, words: Words): ReportRow[] =>
  figures
    .filter((figure) => table === "total" || now[figure].count !== 0 || before[figure].count !== 0)
    .map((figure) => ({
      table,
      name,
      nit: null,
      figure: words.figures[figure],
      count: now[figure].count,
      amount: now[figure].amount,
      before: before[figure].count,
      amountBefore: before[figure].amount,
    }));

const moneyRow = (
  { table, name, nit }: Pick<ReportRow, "table" | "name" | "nit">,
  figure: string,
  money: { now: number; before: number },
): ReportRow[] =>
  money.now === 0 && money.before === 0
    ? []
    : [
        {
          ...{ table, name, nit, figure },
          ...{ count: null, amount: money.now, before: null, amountBefore: money.before },
        },
      ];

/** The whole report as rows that a program can add up: each is one figure of one line. */
export function reportRows({ lines, providers, requests, renewals }: MonthReport, words: Words): ReportRow[] {
  return [
    ...rowsOf("total", words.total, lines.total, words),
    ...lines.kinds.flatMap((line) => rowsOf("kinds", line.name, line, words)),
    ...lines.offices.flatMap((line) => rowsOf("offices", line.name || words.noOffice, line, words)),
    ...providers.flatMap((line) => {
      const of = { table: "providers", name: nameOfProvider(line, words), nit: line.nit } as const;
      return [
        ...rowsOf(of.table, of.name, line, words).map((row) => ({ ...row, nit: line.nit })),
        ...moneyRow(of, words.paid, line.paid),
        ...moneyRow(of, words.unpaid, line.unpaid),
      ];
    }),
    ...requestRows("requests", requests, words),
    ...(hasRequests(renewals) ? requestRows("renewals", renewals, words) : []),
  ];
}

const requestRows = (
  table: "requests" | "renewals",
  { now, before }: Record<"now" | "before", RequestFigures>,
  words: Words,
): ReportRow[] =>
  requestFigures.map((figure) => ({
    ...{ table, name: words.tables[table], nit: null, figure: words.requests[figure] },
    ...{ count: now[figure], amount: null, before: before[figure], amountBefore: null },
  }));

export const reportColumns: readonly Column[] = [
  { header: "MES", width: 10 },
  { header: "CORTE", width: 14 },
  { header: "NOMBRE", width: 36 },
  { header: "NIT", width: 14 },
  { header: "CIFRA", width: 36 },
  { header: "CANTIDAD", kind: "number", width: 12 },
  { header: "VALOR", kind: "number", width: 18 },
  { header: "MES_ANTES", width: 10 },
  { header: "CANTIDAD_ANTES", kind: "number", width: 16 },
  { header: "VALOR_ANTES", kind: "number", width: 18 },
];

/** The same rows for a workbook or a CSV. */
export async function* reportCells(report: MonthReport, words: Words): AsyncGenerator<Cell[]> {
  for (const { table, name, nit, figure, count, amount, before, amountBefore } of reportRows(report, words))
    yield [
      report.month,
      words.tables[table],
      name,
      nit,
      figure,
      count,
      amount,
      report.before,
      before,
      amountBefore,
    ];
}

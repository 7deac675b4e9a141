import { databaseFor } from "@/db/client";
import { findToday, noteHistoryExport } from "@/db/queries/history";
import { listOwnSettlement, type SettledUse } from "@/db/queries/settlement";
import type { Grant } from "@/domain/access";
import { bogotaDay } from "@/domain/calendar";
import { receiptNumber } from "@/domain/order/receipt-number";
import { Refusal } from "@/domain/refusal";
import type { Cell, Column } from "@/lib/table/write";
import { type Period, readPeriod } from "./schema";

export type BranchTotal = { branch: string | null; uses: number; amount: number };
export type Statement = { period: Period; uses: SettledUse[]; branches: BranchTotal[]; total: number };

/** What the grant's own provider used in a period, net of what was taken back, per branch and in all. */
export async function readStatement(
  grant: Grant<"history.export">,
  said: (name: "desde" | "hasta") => unknown,
): Promise<Statement> {
  const db = databaseFor(grant);
  const period = readPeriod(said, await findToday(db));
  const uses = await listOwnSettlement(db, grant, period);
  return { period, uses, branches: branchTotals(uses), total: totalOf(uses) };
}

/**
 * The same, to be taken away: the log keeps who took it.
 * @throws Refusal "not_allowed" when the person is no owner any more
 */
export async function exportStatement(
  grant: Grant<"history.export">,
  said: (name: "desde" | "hasta") => unknown,
  { format, ip }: { format: string; ip: string },
): Promise<Statement> {
  const statement = await readStatement(grant, said);
  const { from, to } = statement.period;
  const detail = { statement: true, filters: { desde: from, hasta: to }, format };
  if (!(await noteHistoryExport(databaseFor(grant), grant, { ip, detail }))) throw new Refusal("not_allowed");
  return statement;
}

export const totalOf = (uses: readonly SettledUse[]) => uses.reduce((sum, { amount }) => sum + amount, 0);

function branchTotals(uses: readonly SettledUse[]): BranchTotal[] {
  const totals = new Map<string | null, BranchTotal>();
  for (const { branchId, branch, amount } of uses) {
    const known = totals.get(branchId) ?? { branch, uses: 0, amount: 0 };
    totals.set(branchId, { branch, uses: known.uses + 1, amount: known.amount + amount });
  }
  const last = (name: string | null) => Number(name === null);
  return [...totals.values()].sort(
    (a, b) => last(a.branch) - last(b.branch) || (a.branch ?? "").localeCompare(b.branch ?? "", "es-CO"),
  );
}

export const statementColumns: readonly Column[] = [
  { header: "COMPROBANTE", width: 18 },
  { header: "FECHA", kind: "day", width: 12 },
  { header: "TIPODCTO", width: 26 },
  { header: "NRODCTO", width: 16 },
  { header: "VALOR", kind: "number", width: 14 },
  { header: "ESTABLECIMIENTO", width: 22 },
  { header: "CAJA", width: 16 },
  { header: "FACTURA", width: 16 },
  { header: "ESTADO", width: 16 },
];

/** The rows of a file, and the total in the last one. */
export async function* statementRows(
  { uses, total }: Statement,
  words: { states: Readonly<Record<SettledUse["state"], string>>; total: string },
): AsyncGenerator<Cell[]> {
  for (const use of uses)
    yield [
      receiptNumber(use.serial, use.at),
      { day: bogotaDay(use.at) },
      use.kindName,
      use.number,
      use.amount,
      use.branch,
      use.counter,
      use.invoice ?? use.useInvoice,
      words.states[use.state],
    ];
  yield [words.total, null, null, null, total, null, null, null, null];
}

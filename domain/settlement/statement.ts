import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { listOwnSettlement, type SettledUse, type UsePage } from "@/db/queries/settlement";
import { requireDone } from "@/domain/outcome";
import { paymentNumber } from "@/domain/payment/payment-number";
import { receiptNumber } from "@/domain/use/receipt-number";
import { type PageRequest, shownPage } from "@/lib/paging";
import type { Cell, Column } from "@/lib/table/write";
import type { Grant } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import type { Period } from "@/model/settlement";
import { readPeriod } from "./schema";
import { type BranchTotal, branchTotals, totalOf } from "./totals";

/** Uses of one statement of the database: no more are in memory. */
const BATCH = 1_000;

export type Statement = {
  period: Period;
  uses: SettledUse[];
  branches: BranchTotal[];
  total: { uses: number; amount: number };
  page: number;
  pages: number;
};

/** A page of what the grant's own provider used in a period, net of what was taken back; the totals are of all. */
export async function readStatement(
  grant: Grant<"history.export">,
  param: (name: "from" | "to") => unknown,
  query: PageRequest,
): Promise<Statement> {
  const db = databaseFor(grant);
  const period = readPeriod(param, await call(db, "bogota_today", {}));
  const { personId: person, provider } = grant.actor;
  const { from, to } = period;
  const sums = await call(db, "own_settlement_sums", { provider: provider.id, person, from, to });
  const total = totalOf(sums);
  const { page, pages, offset } = shownPage(total.uses, query);
  const uses = await listOwnSettlement(db, grant, period, { limit: query.size, offset });
  return { period, uses, branches: branchTotals(sums), total, page, pages };
}

/**
 * Every use of the period, in batches. The file's totals are computed from these rows, so that they always
 * match.
 */
export type StatementFile = { period: Period; uses: () => AsyncGenerator<SettledUse> };

/**
 * The whole statement for an export, which is audited.
 * @throws Refusal "not_allowed" when the person is no owner any more
 */
export async function exportStatement(
  grant: Grant<"history.export">,
  param: (name: "from" | "to") => unknown,
  { format, ip }: { format: string; ip: string },
): Promise<StatementFile> {
  const db = databaseFor(grant);
  const period = readPeriod(param, await call(db, "bogota_today", {}));
  const detail = { statement: true, filters: { from: period.from, to: period.to }, format };
  const note = { provider: grant.actor.provider.id, actor: grant.actor.personId, ip, detail };
  requireDone("history_outcome", await call(db, "log_history_export", note));
  return { period, uses: () => inBatches((page) => listOwnSettlement(db, grant, period, page)) };
}

/** Every use, one statement after another. */
export async function* inBatches(read: (page: UsePage) => Promise<SettledUse[]>): AsyncGenerator<SettledUse> {
  let last: SettledUse | null = null;
  do {
    const batch = await read({ after: last?.cursor ?? null, limit: BATCH });
    yield* batch;
    last = batch.length < BATCH ? null : (batch.at(-1) ?? null);
  } while (last);
}

export const statementColumns: readonly Column[] = [
  { header: "COMPROBANTE", width: 18 },
  { header: "FECHA", kind: "day", width: 12 },
  { header: "TIPODCTO", width: 26 },
  { header: "NRODCTO", width: 16 },
  { header: "VALOR", kind: "number", width: 14 },
  { header: "ESTABLECIMIENTO", width: 22 },
  { header: "PUNTO_DE_PAGO", width: 18 },
  { header: "FACTURA", width: 16 },
  { header: "ESTADO", width: 16 },
  { header: "PAGO", width: 18 },
  { header: "FECHAPAGO", kind: "day", width: 12 },
  { header: "REFERENCIA", width: 20 },
];

/** The rows of a file, and the total in the last one. */
export async function* statementRows(
  { uses }: StatementFile,
  words: { states: Readonly<Record<SettledUse["state"], string>>; total: string },
): AsyncGenerator<Cell[]> {
  let total = 0;
  for await (const use of uses()) {
    total += use.amount;
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
      paidBy(use),
      use.paidOn === null ? null : { day: use.paidOn },
      use.paymentReference,
    ];
  }
  yield [words.total, null, null, null, total, null, null, null, null, null, null, null];
}

/** The payment run that paid a use; null while none did. */
export function paidBy({ payment, paymentAt }: SettledUse): string | null {
  return payment === null || paymentAt === null ? null : paymentNumber(payment, paymentAt);
}

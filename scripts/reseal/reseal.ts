import type postgres from "postgres";
import { dataKeys } from "@/lib/crypto/keys";
import { sealBytes, unsealBytes } from "@/lib/crypto/seal";
import { nameOf, type SealedColumn, sealedColumns } from "./sealed-columns";

type Key = string | number;
type Sealed = { key: readonly Key[]; sealed: Buffer; row: Readonly<Record<string, Key>> };
/** How many values of a column were sealed again, and how many are left because an order is claimed just now. */
export type Progress = { column: string; done: number; inUse: number };

/** Version and key number are the first two bytes; nonce and tag make the rest at least this long. */
const LEAST_BYTES = 30;

/**
 * Seals every value again with the newest key, batch by batch, while the product works. A value counts as done by
 * its own key number, so an interrupted run is repeated from where it was. A value that changed meanwhile is left,
 * since it was sealed with the newest key when it changed.
 * @throws Error when a value does not open with the keys of this process
 */
export async function resealAll(
  client: postgres.Sql,
  report: (progress: Progress) => void = () => {},
): Promise<void> {
  for (const column of sealedColumns) await resealColumn(client, column, report);
}

/** Notes in the log that the job ran to its end: with which key, how many values have it now and how many do not yet. */
export async function noteReseal(
  client: postgres.Sql,
  { key, ...counts }: { key: number; sealed: number; left: number },
): Promise<void> {
  await client`select audit_append(p_action => 'keys.resealed', p_actor => null, p_subject_kind => 'data_key',
    p_subject_id => ${String(key)}, p_channel => 'console', p_detail => ${JSON.stringify(counts)}::text::jsonb)`;
}

async function resealColumn(
  client: postgres.Sql,
  column: SealedColumn,
  report: (progress: Progress) => void,
): Promise<void> {
  const total = { column: nameOf(column), done: 0, inUse: 0 };
  let last: readonly Key[] | null = null;
  for (;;) {
    const batch = await nextBatch(client, column, last);
    if (batch.length === 0) break;
    const written = await resealBatch(client, column, batch);
    total.done += written;
    total.inUse += batch.length - written;
    last = batch.at(-1)?.key ?? null;
    report({ ...total });
  }
}

async function nextBatch(
  client: postgres.Sql,
  { table, column, key, batch, sealedAs }: SealedColumn,
  last: readonly Key[] | null,
): Promise<Sealed[]> {
  const names = key.map(([name]) => `"${name}"`).join(", ");
  const bounds = key.map(([, type], at) => `$${at + 4}::text::${type}`).join(", ");
  const rows = await client.unsafe(
    `select ${names}, "${column}" as sealed_value${sealedAs ? `, "${sealedAs}"` : ""} from "${table}"
     where length("${column}") >= $1 and get_byte("${column}", 1) <> $2
       ${sealedAs ? `and "${sealedAs}" is not null` : ""}
       ${last ? `and (${names}) > (${bounds})` : ""}
     order by ${names} limit $3`,
    [LEAST_BYTES, newest(), batch, ...(last ?? []).map(String)],
  );
  return rows.map((row) => ({
    key: key.map(([name]) => row[name] as Key),
    sealed: row.sealed_value as Buffer,
    row,
  }));
}

/** One transaction for a batch; each value is written only where it is still the one that was read. */
async function resealBatch(
  client: postgres.Sql,
  column: SealedColumn,
  batch: readonly Sealed[],
): Promise<number> {
  const values = batch.map(({ key, sealed, row }) => ({
    key,
    sealed,
    again: sealedAgain(sealed, column.place(row), nameOf(column)),
  }));
  const written = await client.begin(async (transaction) =>
    Promise.all(values.map(({ key, sealed, again }) => write(transaction, column, key, sealed, again))),
  );
  return written.filter(Boolean).length;
}

function sealedAgain(sealed: Buffer, place: string, column: string): Buffer {
  try {
    return sealBytes(unsealBytes(sealed, place), place);
  } catch {
    throw new Error(`${column}: hay un dato que no abre con estas llaves. No se cambió nada de su grupo.`);
  }
}

async function write(
  transaction: postgres.TransactionSql,
  column: SealedColumn,
  key: readonly Key[],
  sealed: Buffer,
  again: Buffer,
): Promise<boolean> {
  if (nameOf(column) === "order.affiliate_name_sealed")
    return writeHolder(transaction, String(key[0]), sealed, again);
  const row = column.key.map(([name, type], at) => `"${name}" = $${at + 3}::text::${type}`).join(" and ");
  const result = await transaction.unsafe(
    `update "${column.table}" set "${column.column}" = $1 where "${column.column}" = $2 and ${row}`,
    [again, sealed, ...key.map(String)],
  );
  return result.count === 1;
}

/**
 * The bytes of a sealed name are part of what a look-up found (order_snapshot). What was found of this order gets
 * the new bytes in the same statement, so that no counter hears of a change that is none. An order that somebody
 * holds just now is left for the next run, because its claim would end.
 */
async function writeHolder(
  transaction: postgres.TransactionSql,
  order: string,
  sealed: Buffer,
  again: Buffer,
): Promise<boolean> {
  const [row] = await transaction<{ written: number }[]>`
    with before as (
      select o.id, order_snapshot(o) ->> 'holder' as holder from "order" o
      where o.id = ${order} and o.affiliate_name_sealed = ${sealed}
        and not exists (select from order_claim c where c.order_id = o.id and c.until > clock_timestamp())
      for no key update
    ), written as (
      update "order" o set affiliate_name_sealed = ${again} from before b where o.id = b.id
      returning o.id, b.holder as was, order_snapshot(o) ->> 'holder' as holder
    ), faces as (
      update lookup_face f set face = jsonb_set(f.face, '{holder}', to_jsonb(w.holder))
      from written w join lookup l on l.order_id = w.id
      where f.lookup_id = l.id and f.face ->> 'holder' = w.was
    )
    select count(*)::int as written from written`;
  return row?.written === 1;
}

function newest(): number {
  const [key] = dataKeys();
  if (!key) throw new Error("no data key");
  return key.id;
}

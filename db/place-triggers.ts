import type postgres from "postgres";
import { runTogether } from "./lock-retry";
import { markOf, replacing, type TriggerStatement } from "./sql-statements";

type Sql = postgres.TransactionSql;

/** Creates, replaces and drops triggers until they are those of the files. */
export async function placeTriggers(transaction: Sql, wanted: TriggerStatement[]): Promise<void> {
  const rows = await transaction<{ name: string; table: string; mark: string | null }[]>`
    select t.tgname::text as name, t.tgrelid::regclass::text as table, obj_description(t.oid, 'pg_trigger') as mark
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relnamespace = 'public'::regnamespace`;
  const present = new Map(rows.map((row) => [`${row.name} on ${row.table}`, row]));
  const due: string[] = [];
  for (const { name, table, isConstraint, text } of wanted) {
    const place = `${name} on ${table}`;
    const old = present.get(place);
    present.delete(place);
    const mark = markOf(text);
    if (old?.mark === mark) continue;
    // One without a mark was made by the older versions, from the same words.
    if (!old || old.mark) {
      if (old && isConstraint) due.push(`drop trigger ${place}`);
      due.push(isConstraint ? text : replacing(text));
    }
    due.push(`comment on trigger ${place} is '${mark}'`);
  }
  await runTogether(transaction, due);
  for (const place of present.keys()) await transaction.unsafe(`drop trigger ${place}`);
}

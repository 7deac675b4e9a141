import type postgres from "postgres";
import { runTogether } from "./lock-retry";
import { markOf, replacing, type TriggerStatement } from "./sql-statements";

type Sql = postgres.TransactionSql;

/** How the sums that a trigger keeps are made anew. */
const rebuilds: Readonly<Record<string, string>> = {
  order_is_summed: "rebuild_order_sums",
  order_change_is_summed: "rebuild_order_sums",
  order_use_is_summed_by_kind: "rebuild_order_sums",
  order_use_is_summed: "rebuild_settlement_sums",
  settlement_is_summed: "rebuild_settlement_sums",
  settlement_is_payable: "rebuild_payable",
  settlement_stays_payable: "rebuild_payable",
  settlement_was_payable: "rebuild_payable",
};

/**
 * Creates, replaces and drops triggers until they are those of the files. A sum whose trigger was not there is made
 * anew: whoever took it away, as the command of an earlier version did, left writes that it does not know.
 */
export async function placeTriggers(transaction: Sql, wanted: TriggerStatement[]): Promise<void> {
  const rows = await transaction<{ name: string; table: string; mark: string | null }[]>`
    select t.tgname::text as name, t.tgrelid::regclass::text as table, obj_description(t.oid, 'pg_trigger') as mark
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relnamespace = 'public'::regnamespace`;
  const present = new Map(rows.map((row) => [`${row.name} on ${row.table}`, row]));
  const due: string[] = [];
  const missed = new Set<string>();
  for (const { name, table, isConstraint, text } of wanted) {
    const place = `${name} on ${table}`;
    const old = present.get(place);
    present.delete(place);
    const mark = markOf(text);
    if (old?.mark === mark) continue;
    const rebuild = rebuilds[name];
    if (!old && rebuild) missed.add(rebuild);
    // One without a mark was made by the older versions, from the same words.
    if (!old || old.mark) {
      if (old && isConstraint) due.push(`drop trigger ${place}`);
      due.push(isConstraint ? text : replacing(text));
    }
    due.push(`comment on trigger ${place} is '${mark}'`);
  }
  await runTogether(transaction, due);
  for (const place of present.keys()) await transaction.unsafe(`drop trigger ${place}`);
  for (const rebuild of missed) await transaction.unsafe(`select ${rebuild}()`);
}

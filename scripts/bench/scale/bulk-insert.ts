import type postgres from "postgres";

/**
 * Lets `fill` insert millions of rows quickly: without triggers, foreign keys and indexes. The indexes are
 * rebuilt at the end and the tables analysed for the planner.
 */
export async function inBulk(
  owner: postgres.Sql,
  tables: readonly string[],
  fill: () => Promise<void>,
): Promise<void> {
  const indexes = await owner<{ name: string; definition: string }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class t on t.oid = i.indrelid
    where t.relnamespace = 'public'::regnamespace and t.relname = any(${[...tables]})
      and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`;
  await owner.unsafe("set session_replication_role = replica");
  await owner.unsafe("set synchronous_commit = off");
  await owner.unsafe("set maintenance_work_mem = '512MB'");
  for (const { name } of indexes) await owner.unsafe(`drop index ${name}`);
  await fill();
  for (const { definition } of indexes) await owner.unsafe(definition);
  for (const table of tables) await owner.unsafe(`vacuum (analyze) "${table}"`);
  await owner.unsafe("set session_replication_role = origin");
  await owner.unsafe("checkpoint");
}

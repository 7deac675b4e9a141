import type { Sql } from "postgres";

/** Makes everything that is stored that much older, but the sessions that a test works with. */
export async function ageData(superuser: Sql, days: number): Promise<void> {
  const statements = await superuser<{ statement: string }[]>`
    select format('update %I set %s', c.table_name, string_agg(format('%1$I = %1$I - %2$s', c.column_name,
      case c.data_type when 'date' then ${days}::text else format('interval ''%s days''', ${days}::text) end), ', '))
      as statement
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
      and c.data_type in ('timestamp with time zone', 'date') and c.table_name not in ('session', 'job')
    group by c.table_name`;
  await superuser.begin(async (sql) => {
    // No rule of the ledger lets a row become older.
    await sql`set local session_replication_role = replica`;
    for (const { statement } of statements) await sql.unsafe(statement);
  });
}

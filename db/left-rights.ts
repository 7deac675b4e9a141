import type postgres from "postgres";

/** Where it is written which rights the version before had that this one has not. They are only compared, never run. */
const LEFT_KEY = "rights_left";
/** A process of the version before has ended by then: a deploy takes minutes. */
const KEPT_MS = 3_600_000;

type Sql = postgres.Sql | postgres.TransactionSql;
type Left = { since: string; rights: string[] };

/** What these roles may do with tables, their columns and functions, each as the statement that grants it. */
export async function heldRights(client: Sql, roles: readonly string[]): Promise<string[]> {
  const rows = await client<{ right: string }[]>`
    with object as (
      select 'table ' || c.oid::regclass as place, '' as columns, c.relacl as acl from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v')
      union all
      select 'table ' || a.attrelid::regclass, format(' (%I)', a.attname), a.attacl
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
      union all
      select 'function ' || p.oid::regprocedure, '', p.proacl from pg_proc p
      where p.pronamespace = 'public'::regnamespace
    )
    select format('grant %s%s on %s to %I', r.privilege_type, o.columns, o.place, m.rolname) as right
    from object o, aclexplode(o.acl) r join pg_roles m on m.oid = r.grantee
    where m.rolname = any(array(select jsonb_array_elements_text(${JSON.stringify(roles)}::text::jsonb)))
    order by 1`;
  return rows.map(({ right }) => right);
}

/**
 * What a change of rights has taken and is to be granted again, so that processes of the version before go on until
 * they are replaced. What an earlier change left is not among it.
 */
export async function takenRights(
  client: Sql,
  before: readonly string[],
  now: readonly string[],
): Promise<string[]> {
  const known = new Set([...now, ...((await readLeft(client))?.rights ?? [])]);
  const rights = before.filter((right) => !known.has(right));
  await client`delete from installation where key = ${LEFT_KEY}`;
  if (rights.length === 0) return rights;
  const left: Left = { since: new Date().toISOString(), rights };
  await client`insert into installation (key, value) values (${LEFT_KEY}, ${JSON.stringify(left)})`;
  return rights;
}

/** Whether something is left of the version before that may end now. */
export async function areRightsDue(client: Sql): Promise<boolean> {
  const left = await readLeft(client);
  return left !== null && Date.now() - Date.parse(left.since) >= KEPT_MS;
}

/** Whether processes of the version before can still do what those of this one cannot. */
export async function areRightsLeft(client: Sql): Promise<boolean> {
  return (await readLeft(client)) !== null;
}

async function readLeft(client: Sql): Promise<Left | null> {
  const [row] = await client<{ value: string }[]>`select value from installation where key = ${LEFT_KEY}`;
  return row ? JSON.parse(row.value) : null;
}

import type postgres from "postgres";
import { runTogether } from "./lock-retry";
import { type FunctionStatement, markOf, replacing } from "./sql-statements";

/** Schema for functions that were replaced by ones with other results, so that running calls still find them. */
const ASIDE = "replaced";
const LEFT = "left by an older version";
const CANNOT_REPLACE = "42P13";

type Sql = postgres.TransactionSql;
type Installed = {
  oid: number;
  signature: string;
  name: string;
  most: number;
  least: number;
  /** Of its arguments, in their order. */
  types: string[];
  names: string[];
  mark: string | null;
};

async function installed(transaction: Sql, schema = "public"): Promise<Installed[]> {
  const rows = await transaction<Installed[]>`
    select p.oid::int as oid, p.oid::regprocedure::text as signature, p.proname::text as name, p.pronargs::int as most,
      (p.pronargs - p.pronargdefaults)::int as least, obj_description(p.oid, 'pg_proc') as mark,
      array(select format_type(t, null) from unnest(p.proargtypes::oid[]) with ordinality a(t, at) order by at) as types,
      coalesce(p.proargnames[1:p.pronargs], '{}') as names
    from pg_proc p where p.pronamespace = ${schema}::regnamespace and p.proowner = (select oid from pg_roles where rolname = current_user)`;
  return [...rows];
}

/** Drops the functions that were set aside for the version before the last one. */
export async function dropLeft(transaction: Sql): Promise<void> {
  await transaction.unsafe(`create schema if not exists ${ASIDE}`);
  const left = (await installed(transaction)).filter(({ mark }) => mark === LEFT);
  for (const { signature } of [...left, ...(await installed(transaction, ASIDE))])
    await transaction.unsafe(`drop function ${signature}`);
}

/** Answers whether some of them are new: one that is replaced in its place keeps who may call it. */
export async function placeFunctions(transaction: Sql, wanted: FunctionStatement[]): Promise<boolean> {
  const marks = new Set(wanted.map(({ text }) => markOf(text)));
  const before = await installed(transaction);
  const present = new Set(before.map(({ mark }) => mark));
  const names = new Set(before.map(({ name }) => name));
  let fresh: string[] = [];
  for (const { name, signature, text } of wanted) {
    if (present.has(markOf(text))) continue;
    const comment = `comment on function ${signature} is '${markOf(text)}'`;
    if (!names.has(name)) {
      // None has its name, so none has to step aside.
      fresh.push(replacing(text), comment);
      continue;
    }
    await runTogether(transaction, fresh);
    fresh = [];
    try {
      await transaction.savepoint((point) => point.unsafe(replacing(text)));
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === CANNOT_REPLACE)) throw error;
      // Another result or other names of arguments: the old one steps aside.
      for (const old of before.filter((each) => each.name === name && !marks.has(each.mark ?? "")))
        await setAside(transaction, old);
      await transaction.unsafe(replacing(text));
    }
    await transaction.unsafe(comment);
  }
  await runTogether(transaction, fresh);
  await retire(transaction, marks);
  const known = new Set(before.map(({ oid }) => oid));
  return (await installed(transaction)).some(({ oid }) => !known.has(oid));
}

/** Runs something while only the functions of the present version stand in their schema. */
export async function whileLeftAside(transaction: Sql, run: () => Promise<void>): Promise<void> {
  const left = (await installed(transaction)).filter(({ mark }) => mark === LEFT);
  for (const { signature } of left)
    await transaction.unsafe(`alter function ${signature} set schema ${ASIDE}`);
  await run();
  for (const { signature } of left)
    await transaction.unsafe(`alter function ${ASIDE}.${signature} set schema public`);
}

/**
 * Whether calls of an old function are calls of the one that bears its name now: by position, where it takes as many
 * arguments of the same types, or by names, where both know what the other needs; Postgres refuses a call that could
 * mean two.
 */
function isReplacedBy(old: Installed, present: Installed): boolean {
  if (present.name !== old.name || present.least > old.most || old.least > present.most) return false;
  const shared = Math.min(present.most, old.most);
  if (present.types.slice(0, shared).join() === old.types.slice(0, shared).join()) return true;
  const knows = (one: Installed, other: Installed) =>
    other.names.slice(0, other.least).every((name) => one.names.includes(name));
  return knows(present, old) && knows(old, present);
}

/**
 * Sets aside functions that are replaced by a new one with the same name; others that no file has any more stay for
 * old callers.
 */
async function retire(transaction: Sql, marks: ReadonlySet<string>): Promise<void> {
  const all = await installed(transaction);
  const current = all.filter(({ mark }) => mark !== null && marks.has(mark));
  for (const old of all.filter((each) => !current.includes(each))) {
    if (current.some((each) => isReplacedBy(old, each))) await setAside(transaction, old);
    else await transaction.unsafe(`comment on function ${old.signature} is '${LEFT}'`);
  }
}

async function setAside(transaction: Sql, old: Installed): Promise<void> {
  const [still] = await transaction`
    select 1 from pg_proc where oid = ${old.oid} and pronamespace = 'public'::regnamespace`;
  if (still) await transaction.unsafe(`alter function ${old.signature} set schema ${ASIDE}`);
}

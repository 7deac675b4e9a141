import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type postgres from "postgres";
import { permissionsOfRoles } from "@/model/access";
import { areRightsDue, heldRights, takenRights } from "./left-rights";
import { retryLocked, runTogether } from "./lock-retry";
import { quoted, type RoleNames } from "./prepare-roles";
import {
  type DomainStatement,
  type FunctionStatement,
  readStatement,
  splitStatements,
  type TriggerStatement,
} from "./sql-statements";
import { checkoutVersion, FUNCTIONS_KEY, functionFiles } from "./version";

/** Schema for functions that were replaced by ones with other results, so that running calls still find them. */
const ASIDE = "replaced";
const KEPT_VERSIONS = 20;
const RIGHTS_KEY = "rights";
const CANNOT_REPLACE = "42P13";

type Sql = postgres.TransactionSql;
type Installed = {
  oid: number;
  signature: string;
  name: string;
  most: number;
  least: number;
  mark: string | null;
};

const markOf = (text: string) => createHash("sha256").update(text).digest("hex");
const LEFT = "left by an older version";

/**
 * Installs functions, triggers and grants from the checkout's files. Only differences are replaced, in one
 * transaction. Functions that the previous version may call are dropped with the next change only, so that
 * pages are served meanwhile.
 */
export async function installFunctions(client: postgres.Sql, root: string, roles: RoleNames): Promise<void> {
  const { functions: version } = checkoutVersion(root);
  const [row] = await client<
    { value: string }[]
  >`select value from installation where key = ${FUNCTIONS_KEY}`;
  const known = row?.value.split(" ") ?? [];
  const isKnown = known.at(-1) === version;
  if (isKnown && !(await areRightsDue(client))) return;
  const sources = functionFiles(root).map((file) => withRoles(readFileSync(file, "utf8"), roles));
  const statements = sources.flatMap(splitStatements).map(readStatement);
  const rights = statements.filter((each) => each.kind === "right").map(({ text }) => text);
  const served = Object.values(roles);
  if (isKnown) return retryLocked(client, (transaction) => endLeftRights(transaction, rights, served));
  const value = [...known.filter((each) => each !== version), version].slice(-KEPT_VERSIONS).join(" ");
  await retryLocked(client, async (transaction) => {
    // Functions call each other, so their bodies are not checked before all of them are there.
    await transaction`set local check_function_bodies = off`;
    await transaction.unsafe(`create schema if not exists ${ASIDE}`);
    await dropLeft(transaction);
    await placeDomains(
      transaction,
      statements.filter((each) => each.kind === "domain"),
    );
    const areNew = await placeFunctions(
      transaction,
      statements.filter((each) => each.kind === "function"),
    );
    await placeRights(transaction, rights, served, areNew);
    await placePermissions(transaction);
    await transaction`insert into installation (key, value) values (${FUNCTIONS_KEY}, ${value})
      on conflict (key) do update set value = excluded.value`;
    // Older versions replace everything when they do not find their digest.
    await transaction`delete from installation where key = 'functions'`;
    // Last, for a changed trigger locks its table.
    await placeTriggers(
      transaction,
      statements.filter((each) => each.kind === "trigger"),
    );
  });
}

/** The files name the roles as they are called without a database. */
function withRoles(source: string, roles: RoleNames): string {
  return source.replace(/\bapp_(?:door|provider|caja|jobs|owner)\b/g, (role) =>
    quoted(roles[role as keyof RoleNames]),
  );
}

async function installed(transaction: Sql, schema = "public"): Promise<Installed[]> {
  const rows = await transaction<Installed[]>`
    select p.oid::int as oid, p.oid::regprocedure::text as signature, p.proname::text as name, p.pronargs::int as most,
      (p.pronargs - p.pronargdefaults)::int as least, obj_description(p.oid, 'pg_proc') as mark
    from pg_proc p where p.pronamespace = ${schema}::regnamespace and p.proowner = (select oid from pg_roles where rolname = current_user)`;
  return [...rows];
}

/** Drops the functions that were set aside for the version before the last one. */
async function dropLeft(transaction: Sql): Promise<void> {
  const left = (await installed(transaction)).filter(({ mark }) => mark === LEFT);
  for (const { signature } of [...left, ...(await installed(transaction, ASIDE))])
    await transaction.unsafe(`drop function ${signature}`);
}

/**
 * Domains of outcomes. No table uses them, so that words can be added or removed without a table scan. A domain
 * that no file names any more stays, because functions of the previous version may return it.
 */
async function placeDomains(transaction: Sql, wanted: DomainStatement[]): Promise<void> {
  const rows = await transaction<{ name: string; mark: string | null }[]>`
    select typname::text as name, obj_description(oid, 'pg_type') as mark
    from pg_type where typtype = 'd' and typnamespace = 'public'::regnamespace`;
  const present = new Map(rows.map(({ name, mark }) => [name, mark]));
  const due = wanted.filter(({ name, text }) => present.get(name) !== markOf(text));
  await runTogether(
    transaction,
    due.flatMap(({ name, base, check, text }) => [
      ...(present.has(name) ? [] : [`create domain ${name} as ${base}`]),
      `alter domain ${name} drop constraint if exists ${name}_words`,
      `alter domain ${name} add constraint ${name}_words check ${check}`,
      `comment on domain ${name} is '${markOf(text)}'`,
    ]),
  );
}

/** Answers whether some of them are new: one that is replaced in its place keeps who may call it. */
async function placeFunctions(transaction: Sql, wanted: FunctionStatement[]): Promise<boolean> {
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

const replacing = (text: string) => text.replace(/^create (function|trigger)/i, "create or replace $1");

/**
 * Drops functions that are replaced by a new one with the same name; others that no file has any more stay for
 * old callers.
 */
async function retire(transaction: Sql, marks: ReadonlySet<string>): Promise<void> {
  const all = await installed(transaction);
  const current = all.filter(({ mark }) => mark !== null && marks.has(mark));
  for (const old of all.filter((each) => !current.includes(each))) {
    const isAnswered = current.some(
      ({ name, least, most }) => name === old.name && least <= old.most && old.least <= most,
    );
    if (isAnswered) await setAside(transaction, old);
    else await transaction.unsafe(`comment on function ${old.signature} is '${LEFT}'`);
  }
}

async function setAside(transaction: Sql, old: Installed): Promise<void> {
  const [still] = await transaction`
    select 1 from pg_proc where oid = ${old.oid} and pronamespace = 'public'::regnamespace`;
  if (still) await transaction.unsafe(`alter function ${old.signature} set schema ${ASIDE}`);
}

/** Fills the table of roles and permissions that `may` and `may_for` read. */
async function placePermissions(transaction: Sql): Promise<void> {
  await transaction`delete from role_permission`;
  await transaction`insert into role_permission ${transaction([...permissionsOfRoles])}`;
}

/**
 * Grants what the files say and nothing else, but what the version before was granted it keeps until the next change,
 * or until the next run after an hour: its processes serve beside the new ones meanwhile.
 */
async function placeRights(
  transaction: Sql,
  rights: string[],
  roles: readonly string[],
  areNew: boolean,
): Promise<void> {
  const mark = markOf(rights.join(";"));
  const [same] = await transaction`select from installation where key = ${RIGHTS_KEY} and value = ${mark}`;
  if (same && !areNew) return;
  const before = await heldRights(transaction, roles);
  await grantRights(transaction, rights);
  for (const right of await takenRights(transaction, before, await heldRights(transaction, roles)))
    await transaction.unsafe(right);
  await transaction`insert into installation (key, value) values (${RIGHTS_KEY}, ${mark})
    on conflict (key) do update set value = excluded.value`;
}

/** Ends what the version before kept. Its functions, which the files do not name, go with it. */
async function endLeftRights(transaction: Sql, rights: string[], roles: readonly string[]): Promise<void> {
  await dropLeft(transaction);
  await grantRights(transaction, rights);
  const held = await heldRights(transaction, roles);
  await takenRights(transaction, held, held);
}

/** A right names a function without its arguments, so what is left of an older version waits outside meanwhile. */
async function grantRights(transaction: Sql, rights: string[]): Promise<void> {
  const left = (await installed(transaction)).filter(({ mark }) => mark === LEFT);
  for (const { signature } of left)
    await transaction.unsafe(`alter function ${signature} set schema ${ASIDE}`);
  await runTogether(transaction, rights);
  for (const { signature } of left)
    await transaction.unsafe(`alter function ${ASIDE}.${signature} set schema public`);
}

async function placeTriggers(transaction: Sql, wanted: TriggerStatement[]): Promise<void> {
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

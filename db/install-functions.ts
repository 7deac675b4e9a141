import { readFileSync } from "node:fs";
import type postgres from "postgres";
import { permissionsOfRoles } from "@/model/access";
import { areRightsDue, heldRights, takenRights } from "./left-rights";
import { retryLocked, runTogether } from "./lock-retry";
import { dropLeft, placeFunctions, whileLeftAside } from "./place-functions";
import { placeTriggers } from "./place-triggers";
import { quoted, type RoleNames } from "./prepare-roles";
import { type DomainStatement, markOf, readStatement, splitStatements } from "./sql-statements";
import { checkoutVersion, FUNCTIONS_KEY, functionFiles } from "./version";

/** The version that is installed, and the one whose functions and rights are left beside it. */
const KEPT_VERSIONS = 2;
const RIGHTS_KEY = "rights";

type Sql = postgres.TransactionSql;

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
  if (isKnown)
    return retryLocked(client, async (transaction) => {
      await endLeftRights(transaction, rights, served);
      await rememberVersions(transaction, [version]);
    });
  const versions = [...known.filter((each) => each !== version), version].slice(-KEPT_VERSIONS);
  await retryLocked(client, async (transaction) => {
    // Functions call each other, so their bodies are not checked before all of them are there.
    await transaction`set local check_function_bodies = off`;
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
    await rememberVersions(transaction, versions);
    // Older versions replace everything when they do not find their digest.
    await transaction`delete from installation where key = 'functions'`;
    // Last, for a changed trigger locks its table.
    await placeTriggers(
      transaction,
      statements.filter((each) => each.kind === "trigger"),
    );
  });
}

/** Only processes of these versions say that they are ready: those of an earlier one miss functions or rights. */
async function rememberVersions(transaction: Sql, versions: readonly string[]): Promise<void> {
  await transaction`insert into installation (key, value) values (${FUNCTIONS_KEY}, ${versions.join(" ")})
    on conflict (key) do update set value = excluded.value`;
}

/** The files name the roles as they are called without a database. */
function withRoles(source: string, roles: RoleNames): string {
  return source.replace(/\bapp_(?:door|provider|caja|jobs|owner)\b/g, (role) =>
    quoted(roles[role as keyof RoleNames]),
  );
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
  await whileLeftAside(transaction, () => runTogether(transaction, rights));
}

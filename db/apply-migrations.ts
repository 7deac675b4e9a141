import { setTimeout as pause } from "node:timers/promises";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type postgres from "postgres";
import { retryLocked, runTogether } from "./lock-retry";

const TABLE = "public.__drizzle_migrations";
const LOCK_PAUSE_MS = 200;

type Migration = { statements: string[]; hash: string; when: number };

/**
 * Runs drizzle-kit's migrations that this database has not seen, in their order, each in a transaction of its own.
 * One that builds indexes beside the traffic (`concurrently`) runs outside of any, because Postgres asks for that;
 * cut short, it is simply run again. In a new database nobody is waiting, and everything is built at once.
 * @param folder db/migrations
 * @throws Error when the database has a migration that is newer than the folder's: the functions, triggers and rights
 * of an earlier version would take away what later ones need
 */
export async function applyMigrations(client: postgres.Sql, folder: string): Promise<void> {
  await client.unsafe(
    `create table if not exists ${TABLE} (id serial primary key, hash text not null, created_at bigint)`,
  );
  const rows = await client.unsafe<{ created_at: string }[]>(`select created_at from ${TABLE}`);
  const seen = new Set(rows.map((row) => Number(row.created_at)));
  const migrations = readMigrations(folder);
  if (Math.max(...seen) > Math.max(...migrations.map(({ when }) => when)))
    throw new Error(
      "La base de datos es de una versión más nueva que esta carpeta; no se cambió nada. Ejecute npm run db:migrate en la carpeta de la versión que está instalada.",
    );
  for (const migration of migrations) {
    if (seen.has(migration.when)) continue;
    if (rows.length > 0 && migration.statements.some(isConcurrent)) await buildIndexes(client, migration);
    else await runWhole(client, migration);
  }
}

/**
 * Waits its turn without a statement that runs meanwhile: an index that is built concurrently waits for those of
 * all others, and two would wait for each other.
 */
export async function waitForLock(client: postgres.Sql, name: string): Promise<void> {
  for (;;) {
    const [got] = await client<{ lock: boolean }[]>`select pg_try_advisory_lock(hashtext(${name})) as lock`;
    if (got?.lock) return;
    await pause(LOCK_PAUSE_MS);
  }
}

function readMigrations(folder: string): Migration[] {
  return readMigrationFiles({ migrationsFolder: folder }).map(({ sql, hash, folderMillis }) => ({
    statements: sql.map((statement) => statement.trim()).filter(Boolean),
    hash,
    when: folderMillis,
  }));
}

const CONCURRENT = /^create (?:unique )?index concurrently "([^"]+)"/i;
const DROPPED = /^drop index (?:concurrently )?(?:if exists )?("[^"]+")/i;
const isConcurrent = (statement: string) => CONCURRENT.test(statement);

async function runWhole(client: postgres.Sql, { statements, hash, when }: Migration): Promise<void> {
  await retryLocked(client, async (transaction) => {
    await runTogether(
      transaction,
      statements.map((each) => (isConcurrent(each) ? each.replace(/ concurrently/i, "") : each)),
    );
    await transaction.unsafe(`insert into ${TABLE} (hash, created_at) values ($1, $2)`, [hash, when]);
  });
}

async function buildIndexes(client: postgres.Sql, { statements, hash, when }: Migration): Promise<void> {
  for (const statement of statements) {
    const built = CONCURRENT.exec(statement)?.[1];
    const dropped = DROPPED.exec(statement)?.[1];
    if (built) await buildIndex(client, built, statement);
    else if (dropped) await client.unsafe(`drop index concurrently if exists ${dropped}`);
    else throw new Error(`a migration that builds indexes concurrently does nothing else: ${statement}`);
  }
  await client.unsafe(`insert into ${TABLE} (hash, created_at) values ($1, $2)`, [hash, when]);
}

/** What an earlier attempt left unfinished is of no use to anybody; what it finished stays. */
async function buildIndex(client: postgres.Sql, name: string, statement: string): Promise<void> {
  const [known] = await client<{ valid: boolean }[]>`
    select indisvalid as valid from pg_index where indexrelid = to_regclass(${`public."${name}"`})`;
  if (known?.valid) return;
  if (known) await client.unsafe(`drop index concurrently "${name}"`);
  await client.unsafe(statement);
}

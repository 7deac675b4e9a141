import type postgres from "postgres";
import { connect } from "@/db/connection";
import { quoted } from "@/db/prepare-roles";
import { EMBEDDED_NAME } from "@/db/queries/installation-embedded";
import { sqlstate } from "@/db/sqlstate";
import { parseDatabaseUrl, withDatabase } from "@/lib/database-url";
import { requireFinishedRestore } from "@/scripts/backup/closed";
import type { Cluster } from "./embedded-postgres";

/**
 * Creates a database unless it exists, and returns its address.
 * @param owner a login that owns it, if not the caller's
 */
export async function ensureDatabase(url: string, name: string, owner?: string): Promise<string> {
  const client = connect(url, null, 1);
  try {
    const [known] = await client`select 1 from pg_database where datname = ${name}`;
    const owned = owner ? `owner ${quoted(owner)}` : "";
    if (!known)
      await client.unsafe(`create database ${quoted(name)} ${owned} encoding 'UTF8' template template0`);
  } finally {
    await client.end({ timeout: 5 });
  }
  return withDatabase(url, name);
}

/**
 * Drops a database with its content and creates it again.
 * @param owner a login that owns it, if not the caller's
 */
export async function remakeDatabase(url: string, name: string, owner?: string): Promise<void> {
  const client = connect(url, null, 1);
  try {
    await client.unsafe(`drop database if exists ${quoted(name)} with (force)`);
  } finally {
    await client.end({ timeout: 5 });
  }
  await ensureDatabase(url, name, owner);
}

/**
 * Checks that the server answers and keeps session settings.
 * @throws Error with one line when nobody answers, or when a connection pooler drops session settings: roles,
 * time limits and locks would then be those of other connections; or when a restore of it was not finished
 */
export async function requireDatabase(url: string, setting = "DATABASE_URL"): Promise<void> {
  const client = connect(url, null, 1, { lock_timeout: PROBE_MS });
  try {
    await requireAnswer(client, url, setting);
    await requireFinishedRestore(client);
  } finally {
    await client.end({ timeout: 2 }).catch(() => {});
  }
}

async function requireAnswer(client: postgres.Sql, url: string, setting: string): Promise<void> {
  try {
    const [settings] = await client<
      { ms: string }[]
    >`select setting as ms from pg_settings where name = 'lock_timeout'`;
    if (settings?.ms !== String(PROBE_MS)) throw new Error(POOLER);
  } catch (error) {
    if (error instanceof Error && (error.message === POOLER || /startup parameter/.test(error.message)))
      throw new Error(`${setting}: ${POOLER}`);
    if (sqlstate(error) === UNKNOWN_SETTING) throw new Error(`${setting}: ${unknownSetting(url)}`);
    const reason = error instanceof Error && "code" in error ? String(error.code) : "sin respuesta";
    throw new Error(`${setting}: la base de datos no responde (${reason}).`);
  }
}

const unknownSetting = (url: string) =>
  `el servidor no conoce uno de los ajustes que siguen al «?» (${Object.keys(parseDatabaseUrl(url)?.parameters ?? {}).join(", ")}); quítelo.`;

/** undefined_object, with which the server refuses a connection that begins with a setting which it does not have. */
const UNKNOWN_SETTING = "42704";
const PROBE_MS = 2_345;
const POOLER =
  "lleva a un intermediario (PgBouncer) que no conserva los ajustes de cada conexión; use la dirección directa de PostgreSQL.";

/**
 * Stops a cluster that a process is done with. One that was running before stays while somebody else is connected:
 * another start of the same folder needs it.
 */
export async function stopUnlessUsed(cluster: Cluster): Promise<void> {
  if (!cluster.found || !(await hasOtherSessions(cluster.url))) await cluster.stop();
}

async function hasOtherSessions(url: string): Promise<boolean> {
  const client = connect(url, null, 1);
  try {
    const [row] = await client<{ used: boolean }[]>`select exists (select from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()) as used`;
    return row?.used ?? false;
  } catch {
    return false; // it is down, or stopping
  } finally {
    await client.end({ timeout: 2 }).catch(() => {});
  }
}

/**
 * Refuses the demonstration on any other database than the included one, because its mailbox is open to
 * everybody.
 * @throws Error with one line on another database
 */
export async function requireEmbedded(url: string): Promise<void> {
  const client = connect(url, null, 1);
  try {
    const [row] = await client<{ name: string }[]>`select current_setting('cluster_name') as name`;
    if (row?.name !== EMBEDDED_NAME)
      throw new Error(
        "DEMO: solo con la base de datos incluida. Quite DEMO, o quite DATABASE_URL y use npm start",
      );
  } finally {
    await client.end({ timeout: 2 });
  }
}

/**
 * Checks that the database was migrated.
 * @throws Error with one line when tables or functions of this product are missing
 */
export async function requireMigrated(url: string): Promise<void> {
  const client = connect(url, null, 1);
  try {
    const [found] = await client<{ ready: boolean }[]>`
      select to_regclass('public.installation') is not null
        and exists (select from pg_proc where proname = 'create_caja_person') as ready`;
    if (!found?.ready) throw new Error("La base de datos no está preparada: ejecute npm run db:migrate");
  } finally {
    await client.end({ timeout: 5 });
  }
}

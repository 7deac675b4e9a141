import { spawnSync } from "node:child_process";
import { statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { connect } from "@/db/connection";
import { prepareRoles } from "@/db/prepare-roles";
import { databaseName, roleName } from "@/db/roles";
import { ownKeyNames } from "@/lib/crypto/key-names";
import { databaseUrlFault, parseDatabaseUrl } from "@/lib/database-url";
import { closeDatabase, openDatabase } from "./closed";
import { digestOf, intoNewFolder, type Manifest, writeManifest } from "./manifest";

const ARCHIVE = "portal.dump";

/**
 * Copies the database of a server with its own pg_dump, as of one moment.
 * @throws Error with one line when pg_dump is missing or older than the server
 */
export async function takeDump(url: string, folder: string): Promise<Manifest> {
  const { serverVersion, at } = await askServer(url);
  requireTool("pg_dump", serverVersion);
  return intoNewFolder(folder, async () => {
    const database = databaseName(url);
    // The tool would make it readable to everybody, in a folder that may have been there before.
    writeFileSync(path.join(folder, ARCHIVE), "", { mode: 0o600 });
    runTool("pg_dump", url, [
      "--format=custom",
      `--role=${roleName("app_owner", database)}`,
      `--file=${path.join(folder, ARCHIVE)}`,
    ]);
    const file = path.join(folder, ARCHIVE);
    const manifest: Manifest = {
      format: 1,
      kind: "dump",
      takenAt: at.toISOString(),
      serverVersion,
      database,
      folders: [],
      files: [{ path: ARCHIVE, size: statSync(file).size, sha256: await digestOf(file) }],
    };
    writeManifest(folder, manifest);
    return manifest;
  });
}

/**
 * Puts a copy into an empty database of the same name: all or nothing.
 * @throws Error with one line when the database is not empty, has another name, or the server is older
 */
export async function restoreDump(url: string, folder: string, manifest: Manifest): Promise<void> {
  const { serverVersion, tables } = await askServer(url);
  requireTool("pg_restore", manifest.serverVersion);
  if (majorOf(serverVersion) < majorOf(manifest.serverVersion))
    throw new Error(
      `La copia es de PostgreSQL ${majorOf(manifest.serverVersion)} y el servidor es ${majorOf(serverVersion)}: hace falta uno igual o más nuevo.`,
    );
  if (databaseName(url) !== manifest.database)
    throw new Error(`La copia es de la base «${manifest.database}»: restaure en una con ese nombre.`);
  await requireKeysOfCopy(path.join(folder, ARCHIVE));
  if (tables > 0) throw new Error("La base de DATABASE_URL no está vacía: se restaura en una nueva.");
  const client = connect(url, null, 1);
  await prepareRoles(client, manifest.database).finally(() => client.end({ timeout: 5 }));
  await closeDatabase(url);
  try {
    runTool("pg_restore", url, [
      "--exit-on-error",
      "--single-transaction",
      `--role=${roleName("app_owner", manifest.database)}`,
      `--dbname=${manifest.database}`,
      path.join(folder, ARCHIVE),
    ]);
  } catch (error) {
    await openDatabase(url); // empty as before
    throw error;
  }
}

/**
 * Refuses keys that are clearly not those of the copy before anything is written: the index key never changes, and of
 * the data keys at least one is still in use. The rest is compared in the restored database.
 */
async function requireKeysOfCopy(archive: string): Promise<void> {
  const { stdout } = spawnSync(
    "pg_restore",
    ["--data-only", "--schema=public", "--table=installation", "--file=-", archive],
    { encoding: "utf8" },
  );
  const known = /^data_keys\t(.+)$/m.exec(stdout ?? "")?.[1]?.split(" ") ?? [];
  const own = ownKeyNames();
  const isIndex = (name: string) => name.startsWith("index:");
  const named = known.filter((name) => name.includes(":"));
  if (named.length === 0) return;
  const opens = [isIndex, (name: string) => !isIndex(name)].every((kind) =>
    named.filter(kind).some((name) => own.includes(name)),
  );
  if (!opens) throw new Error("Las llaves no son las de esta copia: sus datos no se podrían leer.");
}

async function askServer(url: string): Promise<{ serverVersion: number; at: Date; tables: number }> {
  const client = connect(url, null, 1);
  try {
    const [row] = await client<{ serverVersion: number; at: Date; tables: number }[]>`
      select current_setting('server_version_num')::int as "serverVersion", clock_timestamp() as at,
        (select count(*)::int from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r') as tables`;
    if (!row) throw new Error("no server");
    return row;
  } finally {
    await client.end({ timeout: 5 });
  }
}

const majorOf = (version: number) => Math.floor(version / 10_000);

function requireTool(tool: string, serverVersion: number): void {
  const version = spawnSync(tool, ["--version"], { encoding: "utf8" });
  const own = Number(/(\d+)(?:\.|\b)/.exec(version.stdout ?? "")?.[1] ?? 0);
  const wanted = majorOf(serverVersion);
  if (version.status !== 0)
    throw new Error(
      `Falta ${tool}: instale el cliente de PostgreSQL ${wanted} (postgresql-client-${wanted}).`,
    );
  if (own < wanted)
    throw new Error(
      `${tool} es de la versión ${own} y el servidor de la ${wanted}: instale postgresql-client-${wanted} y póngalo primero en PATH.`,
    );
}

/**
 * The address as PostgreSQL's own tools take it, so that the password stands in no list of processes.
 * @throws Error with one line when it is no address
 */
export function libpqEnvironment(url: string): Record<string, string> {
  const address = parseDatabaseUrl(url);
  if (!address) throw new Error(`DATABASE_URL: ${databaseUrlFault(url)}`);
  const { hosts, user, password, database, sslmode, parameters } = address;
  const authority = process.env.NODE_EXTRA_CA_CERTS ?? (sslmode === "verify-full" ? "system" : null);
  return {
    PGHOST: hosts.map(({ host }) => host).join(","),
    PGPORT: hosts.map(({ port }) => port).join(","),
    PGUSER: user,
    PGPASSWORD: password,
    PGDATABASE: database,
    ...(sslmode ? { PGSSLMODE: sslmode } : {}),
    ...(sslmode.startsWith("verify-") && authority ? { PGSSLROOTCERT: authority } : {}),
    ...(parameters.options ? { PGOPTIONS: parameters.options } : {}),
    ...(hosts.length > 1 ? { PGTARGETSESSIONATTRS: "read-write" } : {}),
  };
}

function runTool(tool: string, url: string, args: string[]): void {
  const address = libpqEnvironment(url);
  // A restore writes to a database that is closed to everybody else.
  const PGOPTIONS = `${address.PGOPTIONS ?? ""} -c default_transaction_read_only=off`.trim();
  const result = spawnSync(tool, [...args, "--no-password"], {
    encoding: "utf8",
    env: { ...process.env, ...address, PGOPTIONS },
  });
  if (result.status !== 0)
    throw new Error(`${tool} falló. ${(result.stderr ?? "").trim().split("\n").at(-1)}`);
}

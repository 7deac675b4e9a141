import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { connect } from "@/db/connection";
import { prepareRoles } from "@/db/prepare-roles";
import { databaseName, roleName } from "@/db/roles";
import { databaseUrlFault, parseDatabaseUrl } from "@/lib/database-url";
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
  if (tables > 0) throw new Error("La base de DATABASE_URL no está vacía: se restaura en una nueva.");
  const client = connect(url, null, 1);
  await prepareRoles(client, manifest.database).finally(() => client.end({ timeout: 5 }));
  runTool("pg_restore", url, [
    "--exit-on-error",
    "--single-transaction",
    `--role=${roleName("app_owner", manifest.database)}`,
    `--dbname=${manifest.database}`,
    path.join(folder, ARCHIVE),
  ]);
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

/** The password is passed in the environment, which other users of the machine cannot read. */
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
  const result = spawnSync(tool, [...args, "--no-password"], {
    encoding: "utf8",
    env: { ...process.env, ...libpqEnvironment(url) },
  });
  if (result.status !== 0)
    throw new Error(`${tool} falló. ${(result.stderr ?? "").trim().split("\n").at(-1)}`);
}

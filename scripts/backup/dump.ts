import { spawnSync } from "node:child_process";
import { statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { connect } from "@/db/connection";
import { makeSharedRoles, prepareRoles } from "@/db/prepare-roles";
import { databaseName, roleName } from "@/db/roles";
import { ownKeyNames } from "@/lib/crypto/key-names";
import { databaseUrlFault, parseDatabaseUrl } from "@/lib/database-url";
import { closeDatabase, openDatabase, requireAlone } from "./closed";
import { digestOf, intoNewFolder, type Manifest, writeManifest } from "./manifest";
import { chooseDump, chooseRestore, failureLine, findTools, majorOfTool, type Tool } from "./tools";

const ARCHIVE = "portal.dump";
/** Far more than the statements of all tables, functions and rights. */
const MOST_SCHEMA = 64_000_000;

/**
 * Copies the database of a server with the pg_dump of its version, as of one moment.
 * @throws Error with one line when no pg_dump serves this server
 */
export async function takeDump(url: string, folder: string, tools = findTools("pg_dump")): Promise<Manifest> {
  const { serverVersion, at, owner } = await askServer(url);
  const tool = chooseDump(tools, majorOf(serverVersion));
  return intoNewFolder(folder, async () => {
    const database = databaseName(url);
    // The tool would make it readable to everybody, in a folder that may have been there before.
    writeFileSync(path.join(folder, ARCHIVE), "", { mode: 0o600 });
    runTool(tool, url, ["--format=custom", `--role=${owner}`, `--file=${path.join(folder, ARCHIVE)}`]);
    const file = path.join(folder, ARCHIVE);
    const manifest: Manifest = {
      format: 1,
      kind: "dump",
      takenAt: at.toISOString(),
      serverVersion,
      tool: tool.version,
      database,
      folders: [],
      files: [{ path: ARCHIVE, size: statSync(file).size, sha256: await digestOf(file) }],
    };
    writeManifest(folder, manifest);
    return manifest;
  });
}

/**
 * Puts a copy into an empty database of the same name: all or nothing. What an earlier version's owner had belongs to
 * the owner that a new database gets.
 * @throws Error with one line when the database is not empty, has another name, the server is older, or somebody else
 * uses it
 */
export async function restoreDump(url: string, folder: string, manifest: Manifest): Promise<void> {
  const { serverVersion, tables } = await askServer(url);
  if (majorOf(serverVersion) < majorOf(manifest.serverVersion))
    throw new Error(
      `La copia es de PostgreSQL ${majorOf(manifest.serverVersion)} y el servidor es ${majorOf(serverVersion)}: hace falta uno igual o más nuevo.`,
    );
  const tool = chooseRestore(findTools("pg_restore"), majorOf(serverVersion), majorOfCopy(manifest));
  const archive = path.join(folder, ARCHIVE);
  if (databaseName(url) !== manifest.database)
    throw new Error(`La copia es de la base «${manifest.database}»: restaure en una con ese nombre.`);
  await requireKeysOfCopy(tool, archive);
  if (tables > 0) throw new Error("La base de DATABASE_URL no está vacía: se restaura en una nueva.");
  const client = connect(url, null, 1);
  try {
    await prepareRoles(client, manifest.database);
    await makeSharedRoles(client, rolesOfCopy(tool, archive));
  } finally {
    await client.end({ timeout: 5 });
  }
  await closeDatabase(url);
  try {
    await requireAlone(url);
    runTool(tool, url, [
      "--exit-on-error",
      "--single-transaction",
      "--no-owner",
      `--role=${roleName("app_owner", manifest.database)}`,
      `--dbname=${manifest.database}`,
      archive,
    ]);
  } catch (error) {
    await openDatabase(url); // empty as before
    throw error;
  }
}

/** A copy of a version that did not note its pg_dump was made by one of the server's version or a newer one. */
const majorOfCopy = ({ tool, serverVersion }: Manifest): number =>
  tool ? majorOfTool(tool) : majorOf(serverVersion);

/** The roles to which an archive gives rights. */
function rolesOfCopy(tool: Tool, archive: string): string[] {
  const { stdout } = spawnSync(tool.file, ["--schema-only", "--file=-", archive], {
    encoding: "utf8",
    maxBuffer: MOST_SCHEMA,
  });
  return [...new Set((stdout ?? "").match(/(?<= TO )\w+(?=;$)/gm))];
}

/**
 * Refuses keys that are clearly not those of the copy before anything is written: the index key never changes, and of
 * the data keys at least one is still in use. The rest is compared in the restored database.
 */
async function requireKeysOfCopy(tool: Tool, archive: string): Promise<void> {
  const { stdout } = spawnSync(
    tool.file,
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

type Server = {
  serverVersion: number;
  at: Date;
  tables: number;
  /** Of the tables: a database of an earlier version keeps the one that it had. */
  owner: string;
};

async function askServer(url: string): Promise<Server> {
  const client = connect(url, null, 1);
  try {
    const [row] = await client<Server[]>`
      select current_setting('server_version_num')::int as "serverVersion", clock_timestamp() as at,
        (select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'public') as owner,
        (select count(*)::int from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r') as tables`;
    if (!row) throw new Error("no server");
    return row;
  } finally {
    await client.end({ timeout: 5 });
  }
}

const majorOf = (version: number) => Math.floor(version / 10_000);

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

function runTool(tool: Tool, url: string, args: string[]): void {
  const address = libpqEnvironment(url);
  // A restore writes to a database that is closed to everybody else.
  const PGOPTIONS = `${address.PGOPTIONS ?? ""} -c default_transaction_read_only=off`.trim();
  const result = spawnSync(tool.file, [...args, "--no-password"], {
    encoding: "utf8",
    env: { ...process.env, ...address, PGOPTIONS },
  });
  if (result.status !== 0)
    throw new Error(`${path.basename(tool.file)} falló. ${failureLine(result.stderr ?? "")}`);
}

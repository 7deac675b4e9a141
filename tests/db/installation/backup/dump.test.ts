import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { databaseName } from "@/db/roles";
import { closeDatabase, openDatabase } from "@/scripts/backup/closed";
import { libpqEnvironment, takeDump } from "@/scripts/backup/dump";
import { findTools } from "@/scripts/backup/tools";
import { remakeDatabase } from "@/scripts/database";
import { loadDemo } from "@/scripts/demo/load";
import { freePort } from "@/scripts/embedded-postgres";
import { worldReadableFolder } from "@/scripts/world-readable-folder";
import { clusterUrl, newDatabase } from "@/tests/support/new-database";
import { separateDatabase } from "@/tests/support/separate-database";
import { serverTools } from "@/tests/support/server-tools";

const root = worldReadableFolder("hanna-volcado-");
const copy = path.join(root, "copia");
const keys = path.join(root, "llaves.json");
afterAll(() => rmSync(root, { recursive: true, force: true }));

const url = await separateDatabase("volcado");
const owner = connect(url, null, 1);
const [server] = await owner<{ major: number }[]>`
  select current_setting('server_version_num')::int / 10000 as major`;
const major = server?.major ?? 0;
const tools = serverTools(major);
if (!tools)
  console.warn(`no pg_dump ${major} or newer on this machine: the copy of a server is not tried here`);

/** The command as operators give it, with these programs before all others. */
function command(name: string, args: string[], env: Record<string, string> = {}): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, ["--import", "tsx", `scripts/${name}.ts`, ...args], {
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: url, PATH: `${tools}${path.delimiter}${process.env.PATH}`, ...env },
  });
}

/** What is found where there is a pg_dump of this version alone, or none. */
function found(version: string | null) {
  const folder = path.join(root, version ?? "vacia");
  mkdirSync(folder, { recursive: true });
  if (version)
    writeFileSync(path.join(folder, "pg_dump"), `#!/bin/sh\necho 'pg_dump (PostgreSQL) ${version}'\n`, {
      mode: 0o755,
    });
  return findTools("pg_dump", [folder]);
}

const counts = async () => {
  const sql = connect(url, null, 1);
  const [row] = await sql`select (select count(*)::int from "order") as orders,
    (select count(*)::int from order_use) as uses, (select count(*)::int from person) as people,
    (select sum(balance)::text from "order") as balance`;
  await sql.end();
  return row;
};

const tableCount = async () => {
  const sql = connect(url, null, 1);
  const [row] =
    await sql`select count(*)::int as n from pg_class where relnamespace = 'public'::regnamespace`;
  await sql.end();
  return row?.n;
};

test.skipIf(!tools)(
  "with an external server: a pg_dump backup is restored whole to a login that owns its database",
  async () => {
    await loadDemo(url);
    const before = await counts();
    const backup = command("db-backup", [copy, "--keys", keys]);
    expect(backup.stderr).toBe("");
    expect(backup.stdout).toMatch(/^Copia de «volcado_\d+» en .+: 1 archivo comprobado, .+ MB\.$/m);
    expect(existsSync(path.join(copy, "copia.json"))).toBe(true);
    for (const name of readdirSync(copy)) expect(statSync(path.join(copy, name)).mode & 0o077, name).toBe(0);
    expect(JSON.parse(readFileSync(path.join(copy, "copia.json"), "utf8"))).toMatchObject({
      tool: expect.stringMatching(/^pg_dump \(PostgreSQL\) \d+/),
    });
    const secrets = readFileSync(keys, "utf8");
    expect(secrets).toContain(process.env.AUTH_SECRET ?? "-");
    expect(readFileSync(path.join(copy, "portal.dump")).includes(process.env.AUTH_SECRET ?? "-")).toBe(false);

    expect(command("db-restore", [copy, "--keys", keys]).stderr).toContain("no está vacía");
    await newDatabase("volcado_otra");
    const other = url.replace(databaseName(url), "volcado_otra");
    expect(command("db-restore", [copy, "--keys", keys], { DATABASE_URL: other }).stderr).toContain(
      `restaure en una con ese nombre`,
    );

    await owner.end();
    const login = new URL(url).username;
    await remakeDatabase(clusterUrl(), databaseName(url), login);
    // Other keys write nothing, and a restore that was not finished is served by nobody.
    const index = Buffer.alloc(32, "z").toString("base64");
    const otherKeys = path.join(root, "otras.json");
    writeFileSync(otherKeys, JSON.stringify({ ...JSON.parse(secrets), INDEX_KEY: index }));
    expect(command("db-restore", [copy, "--keys", otherKeys]).stderr).toContain("no son las de esta copia");
    expect(await tableCount()).toBe(0);
    await closeDatabase(url);
    const served = {
      DATA_KEYS: `1:${Buffer.alloc(32, "y").toString("base64")}`,
      INDEX_KEY: index,
      PORT: String(await freePort()),
    };
    for (const name of ["serve", "migrate"]) expect(command(name, [], served).stderr).toContain("no terminó");
    expect(command("db-restore", [copy, "--keys", keys]).stderr).toContain("no terminó");
    await openDatabase(url);
    // A portal that was left running holds sessions that began before the database was closed.
    const portal = connect(url, null, 1);
    await portal`select 1`;
    expect(command("db-restore", [copy, "--keys", keys]).stderr).toMatch(
      /^Hay sesiones abiertas en «volcado_\d+» \(\w+\): detenga el portal, ciérrelas y restaure otra vez\.\n$/,
    );
    await portal`create table written (n int)`;
    await portal`drop table written`;
    await portal.end();
    const back = command("db-restore", [copy, "--keys", keys, "--gap", "1000"]);
    expect(back.stderr).toBe("");
    expect(back.stdout).toMatch(/^El libro cuadra: \d+ órdenes, \d+ asientos\./m);
    expect(back.stdout).toMatch(
      /^Llaves de órdenes revocadas en esta copia: (ninguna|\d+(, \d+)*)\. .+revóquela otra vez/m,
    );
    expect(await counts()).toEqual(before);
  },
  120_000,
);

test("without pg_dump, or with one older than the server, the command fails with one line and writes nothing", async () => {
  const folder = path.join(root, "nada");
  await expect(takeDump(url, folder, found(null))).rejects.toThrow(
    `Falta pg_dump: instale el cliente de PostgreSQL ${major} (postgresql-client-${major}).`,
  );
  await expect(takeDump(url, folder, found("9.6"))).rejects.toThrow(
    /^pg_dump es de la versión 9 y el servidor de la \d+: instale .+$/,
  );
  if (major < 17)
    await expect(takeDump(url, folder, found("18.1"))).rejects.toThrow("no podría recibir de vuelta");
  const inside = command("db-backup", [folder, "--keys", path.join(folder, "llaves.json")]);
  expect(inside.stderr).toContain("no van en la carpeta de la copia");
  const nowhere = command("db-backup", [folder, "--keys", path.join(folder, "no", "..", "..", "falta", "k")]);
  expect(nowhere.stderr).toMatch(/^No está la carpeta para .+: créela antes\.\n$/);
  expect(existsSync(folder)).toBe(false);
});

test("PostgreSQL's tools get the whole address: all hosts, its protection, and a password that no list of processes shows", () => {
  expect(
    libpqEnvironment("postgres://p%40:a%2Fb@uno:5433,[::1]/b?sslmode=verify-full&connect_timeout=9"),
  ).toEqual({
    PGHOST: "uno,::1",
    PGPORT: "5433,5432",
    PGUSER: "p@",
    PGPASSWORD: "a/b",
    PGDATABASE: "b",
    PGSSLMODE: "verify-full",
    PGSSLROOTCERT: process.env.NODE_EXTRA_CA_CERTS ?? "system",
    PGTARGETSESSIONATTRS: "read-write",
  });
  expect(libpqEnvironment("postgres://u@/b?host=/run/postgresql")).toEqual({
    PGHOST: "/run/postgresql",
    PGPORT: "5432",
    PGUSER: "u",
    PGPASSWORD: "",
    PGDATABASE: "b",
  });
});

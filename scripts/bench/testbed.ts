import type { ChildProcess } from "node:child_process";
import type postgres from "postgres";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { newSessionCookie } from "@/lib/crypto/session-cookie";
import { newToken } from "@/lib/crypto/token";
import { ensureBuilt } from "@/scripts/build";
import { ensureDatabase } from "@/scripts/database";
import { loadDemo } from "@/scripts/demo/load";
import { type Cluster, freePort, startCluster } from "@/scripts/embedded-postgres";
import { keptSecrets } from "@/scripts/secrets";
import { startServer, stopServer, untilServing } from "@/scripts/server";
import { worldReadableFolder } from "@/scripts/world-readable-folder";

export type Testbed = {
  origin: string;
  url: string;
  server: ChildProcess;
  owner: postgres.Sql;
  /** Opens a session of this account and returns its cookie. */
  signIn: (email: string) => Promise<string>;
};

export type TestbedOptions = {
  /**
   * Folder in which the database is kept for the next run; without it, the database is deleted when `run`
   * ends.
   */
  keepIn?: string | undefined;
  /** Changes the database before the server starts. */
  prepare?: ((cluster: Cluster, owner: postgres.Sql) => Promise<void>) | undefined;
};

/** Runs the built server with a database and demonstration of its own. */
export async function withTestbed(
  root: string,
  run: (testbed: Testbed) => Promise<void>,
  { keepIn, prepare }: TestbedOptions = {},
): Promise<void> {
  const folder = keepIn ?? worldReadableFolder("hanna-medida-");
  const secrets: Record<string, string> = { ...keptSecrets(folder) };
  secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = Buffer.alloc(32, "pruebas").toString("base64");
  await ensureBuilt(root, { ...secrets, DEMO: "1" }, ".next-test");
  const cluster = await startCluster(folder);
  try {
    await serve(root, cluster, secrets, run, prepare);
  } finally {
    await (keepIn ? cluster.stop() : cluster.discard());
  }
}

async function serve(
  root: string,
  cluster: Cluster,
  secrets: Record<string, string>,
  run: (testbed: Testbed) => Promise<void>,
  prepare: TestbedOptions["prepare"],
): Promise<void> {
  const url = await ensureDatabase(cluster.url, "medida");
  const address = { host: "127.0.0.1", port: await freePort() };
  const origin = `http://127.0.0.1:${address.port}`;
  const env = {
    ...secrets,
    DATABASE_URL: url,
    PUBLIC_URL: origin,
    DEMO: "1",
    LOG_LEVEL: "error",
    AUDIT_EVENTS: "off",
  };
  Object.assign(process.env, env);
  await migrateDatabase(url, root);
  await loadDemo(url);
  if (prepare) {
    const first = connect(url, null, 1);
    await prepare(cluster, first).finally(() => first.end());
  }
  const server = startServer(root, address, env, ".next-test");
  await untilServing(server, address);
  const owner = connect(url, null, 2);
  try {
    await run({ origin, url, server, owner, signIn: (email) => openSession(owner, email) });
  } finally {
    await owner.end();
    await stopServer(server);
  }
}

async function openSession(owner: postgres.Sql, email: string): Promise<string> {
  const { token, hash } = newToken();
  await owner`select open_session(p.id, ${hash}, 43200, 604800, '127.0.0.1', 'bench', p_factor => true) from person p where p.email = ${email}`;
  return `sesion=${newSessionCookie(token)}`;
}

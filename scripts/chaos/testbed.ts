import type { ChildProcess } from "node:child_process";
import { migrateDatabase } from "@/db/migrate";
import { ensureBuilt } from "@/scripts/build";
import { ensureDatabase } from "@/scripts/database";
import { type Cluster, freePort, startCluster } from "@/scripts/embedded-postgres";
import { keptSecrets } from "@/scripts/secrets";
import { startServer, stopServer, untilServing } from "@/scripts/server";
import { worldReadableFolder } from "@/scripts/world-readable-folder";
import { chaosLine, type Line } from "./tcp-proxy";

export type ChaosTestbed = {
  origin: string;
  url: string;
  cluster: Cluster;
  /** The network between server and database; `url` bypasses it. */
  line: Line;
  /** Kills the server and starts it again. */
  killApp(): Promise<void>;
  /** Process id of the server; 0 while it is down. */
  serverPid(): number;
  /** How often the server ended without being killed. */
  crashes(): number;
};

/** Runs the built server and a Postgres of its own, both to be killed, and deletes them when `run` ends. */
export async function withChaosTestbed<T>(
  root: string,
  run: (testbed: ChaosTestbed) => Promise<T>,
): Promise<T> {
  const folder = worldReadableFolder("hanna-caos-");
  const secrets: Record<string, string> = { ...keptSecrets(folder) };
  secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = Buffer.alloc(32, "pruebas").toString("base64");
  await ensureBuilt(root, { ...secrets, DEMO: "1" }, ".next-test");
  const cluster = await startCluster(folder);
  const url = await ensureDatabase(cluster.url, "caos");
  await migrateDatabase(url, root);
  const line = await chaosLine(cluster.port);
  const overLine = new URL(url);
  overLine.port = String(line.port);
  const address = { host: "127.0.0.1", port: await freePort() };
  const origin = `http://127.0.0.1:${address.port}`;
  const env = {
    ...secrets,
    DATABASE_URL: overLine.href,
    PUBLIC_URL: origin,
    DEMO: "1",
    LOG_LEVEL: "silent",
    AUDIT_EVENTS: "off",
  };
  Object.assign(process.env, { ...env, DATABASE_URL: url });

  let crashes = 0;
  let intended = false;
  let server: ChildProcess | null = null;
  const start = async () => {
    intended = false;
    const started = startServer(root, address, env, ".next-test");
    server = started;
    started.once("exit", () => {
      if (intended) return;
      crashes += 1;
      void start();
    });
    await untilServing(started, address);
  };
  await start();
  try {
    return await run({
      origin,
      url,
      cluster,
      line,
      serverPid: () => server?.pid ?? 0,
      crashes: () => crashes,
      killApp: async () => {
        intended = true;
        const ended = new Promise((resolve) => server?.once("exit", resolve));
        server?.kill("SIGKILL");
        await ended;
        await start();
      },
    });
  } finally {
    intended = true;
    if (server) await stopServer(server);
    line.close();
    await cluster.discard();
  }
}

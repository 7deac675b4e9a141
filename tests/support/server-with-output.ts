import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { migrateDatabase } from "@/db/migrate";
import { ownedDatabase } from "@/scripts/database-logins";
import { loadDemo } from "@/scripts/demo/load";
import { freePort, startCluster } from "@/scripts/embedded-postgres";
import { stopServer, untilServing } from "@/scripts/server";
import { worldReadableFolder } from "@/scripts/world-readable-folder";

export type ServerWithOutput = { origin: string; url: string; written: () => string; isAlive: () => boolean };

/**
 * Runs the built server with the demonstration on a Postgres of its own, and records everything that it
 * prints.
 */
export async function withServerOutput(
  run: (testbed: ServerWithOutput) => Promise<void>,
  settings: Record<string, string> = {},
): Promise<void> {
  const cluster = await startCluster(worldReadableFolder("hanna-registro-"));
  const url = await ownedDatabase(cluster.url, "registro");
  await migrateDatabase(url);
  await loadDemo(url);
  const address = { host: "127.0.0.1", port: await freePort() };
  const origin = `http://127.0.0.1:${address.port}`;
  const server = spawn(
    process.execPath,
    ["node_modules/next/dist/bin/next", "start", "-H", address.host, "-p", String(address.port)],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        DATABASE_URL: url,
        PUBLIC_URL: origin,
        DEMO: "1",
        LOG_LEVEL: "debug",
        NODE_ENV: "production",
        NEXT_DIST_DIR: ".next-test",
        NEXT_TELEMETRY_DISABLED: "1",
        STOP_WITH_PARENT: "1",
        ...settings,
      },
    },
  );
  let text = "";
  for (const stream of [server.stdout, server.stderr])
    createInterface({ input: stream }).on("line", (line) => {
      text += `${line}\n`;
    });
  try {
    await untilServing(server, address);
    text = ""; // the framework's start message
    await run({ origin, url, written: () => text, isAlive: () => server.exitCode === null });
  } finally {
    await stopServer(server);
    await cluster.discard();
  }
}

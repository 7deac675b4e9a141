import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { connect as connectSocket, createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { EMBEDDED_NAME } from "@/db/queries/installation-embedded";
import { findPlace, type Place } from "./postgres-folder";

/** A Postgres of our own, from the binaries of an npm package, for the demonstration and the tests. */
export type Cluster = {
  url: string;
  port: number;
  /** It ran already when it was asked for: whoever started it needs it still. */
  found: boolean;
  /** Process id of the postmaster, whoever started it. */
  pid(): number | null;
  /** Ends it the clean way: connections closed, everything on disk. */
  stop(): Promise<void>;
  /** Ends it and removes all that it kept, wherever that lies. For tests. */
  discard(): Promise<void>;
  /** Starts it again when it is down; a cluster that is up stays as it is. */
  revive(): Promise<void>;
};

const START_MS = 30_000;
const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  shared_buffers: "128MB",
  log_min_messages: "warning",
  log_timezone: "UTC",
  timezone: "UTC",
};

/**
 * Starts the cluster of a folder, made there when it is new. One that an earlier run left behind is taken over.
 * @param folder where data and password are kept
 * @param log gets one line when something is worth telling
 * @param name what it calls itself; a demonstration runs only on one of our name
 * @throws Error with one clear line when it cannot start
 */
export async function startCluster(
  folder: string,
  log: (line: string) => void = () => {},
  name = EMBEDDED_NAME,
): Promise<Cluster> {
  const place = findPlace(folder, log);
  const passwordFile = path.join(place.data, "..", "postgres-password");
  if (!existsSync(path.join(place.data, "PG_VERSION"))) initialise(place, passwordFile);
  const password = readFileSync(passwordFile, "utf8");
  const running = runningPostmaster(place.data);
  const port = running?.port ?? (await freePort());
  let child: ChildProcess | null = null;

  const launchOnce = async () => {
    child = spawn(
      path.join(place.bin, "postgres"),
      [
        "-D",
        place.data,
        "-p",
        String(port),
        ...Object.entries({ ...settings, cluster_name: name }).flatMap(([key, value]) => [
          "-c",
          `${key}=${value}`,
        ]),
      ],
      { stdio: ["ignore", "ignore", "pipe"], detached: true, ...(place.owner ?? {}) },
    );
    let last = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      last = (last + chunk.toString()).slice(-2_000);
    });
    await untilReady(port, child, () => last);
  };

  // Right after a kill, children of the dead postmaster can hold its memory for a moment.
  const launch = async () => {
    for (let tries = 1; ; tries++) {
      try {
        return await launchOnce();
      } catch (error) {
        if (tries === 5) throw error;
        await pause(300);
      }
    }
  };

  if (running) await untilReady(port, null, () => "");
  else await launch();

  const stop = async () => {
    const pid = runningPostmaster(place.data)?.pid;
    if (!pid) return;
    process.kill(pid, "SIGINT");
    for (let tries = 0; tries < 200 && isAlive(pid); tries++) await pause(50);
  };

  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    port,
    found: running !== null,
    pid: () => runningPostmaster(place.data)?.pid ?? null,
    revive: async () => {
      if (!runningPostmaster(place.data)) await launch();
    },
    stop,
    discard: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
      if (place.outside) rmSync(place.outside, { recursive: true, force: true });
    },
  };
}

/** The postmaster of a data folder, if it lives and listens; a stale pid file of a killed one does not count. */
function runningPostmaster(data: string): { pid: number; port: number } | null {
  const file = path.join(data, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return pid > 0 && port > 0 && isAlive(pid) && isPostgres(pid) ? { pid, port } : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // A killed child that nobody has waited for is still in the table, and dead all the same.
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return true;
  }
}

/** After a restart of the machine the number in the file may be another program's. */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
  } catch {
    return process.platform !== "linux";
  }
}

async function untilReady(port: number, child: ChildProcess | null, lastWords: () => string): Promise<void> {
  const end = Date.now() + START_MS;
  while (Date.now() < end) {
    if (child && child.exitCode !== null) break;
    if (await answers(port)) return;
    await pause(40);
  }
  const reason = lastWords().trim().split("\n").at(-1) ?? "";
  throw new Error(`Postgres no arrancó. ${reason}`.trim());
}

/** Whether a Postgres at the port takes connections: it answers an SSL request with one letter once it is up. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connectSocket({ host: "127.0.0.1", port });
    const done = (up: boolean) => {
      socket.destroy();
      resolve(up);
    };
    socket.setTimeout(1_000, () => done(false));
    socket.on("error", () => done(false));
    socket.on("connect", () => socket.write(startupPacket()));
    // 'R' asks for the password: it is up. 'E' says that it is still starting.
    socket.on("data", (bytes) => done(bytes[0] === 0x52));
  });
}

function startupPacket(): Buffer {
  const body = Buffer.from("\0\x03\0\0user\0postgres\0database\0postgres\0\0", "latin1");
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([length, body]);
}

function initialise(place: Place, passwordFile: string): void {
  const password = randomBytes(24).toString("hex");
  // Made beside its place: one that was cut short is no cluster, and is made anew at the next start.
  const unfinished = `${place.data}.nuevo`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(place.data, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (place.owner) chownSync(passwordFile, place.owner.uid, place.owner.gid);
  const result = spawnSync(
    path.join(place.bin, "initdb"),
    [
      "-D",
      unfinished,
      "-U",
      "postgres",
      "--encoding=UTF8",
      "--locale=C",
      "--auth=scram-sha-256",
      `--pwfile=${passwordFile}`,
      "--data-checksums",
      "--no-instructions",
    ],
    { encoding: "utf8", ...(place.owner ?? {}) },
  );
  if (result.status !== 0) {
    throw new Error(
      `No se pudo crear la base de datos en ${place.data}. ${(result.stderr ?? "").trim().split("\n").at(-1)}`,
    );
  }
  renameSync(unfinished, place.data);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("port")),
      );
    });
  });
}

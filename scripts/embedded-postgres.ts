import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { connect as connectSocket, createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { EMBEDDED_NAME } from "@/db/queries/installation-embedded";
import { launchedPostmasters } from "./launched-postmasters";
import { findPlace, NONE_INCLUDED, type Place } from "./postgres-folder";
import { runningPostmaster, stopPostmaster } from "./postmaster";

/** A Postgres of our own for the demonstration and the tests, from the binaries of an npm package. */
export type Cluster = {
  url: string;
  port: number;
  /**
   * True when the cluster was already running: then whoever started it still needs it, and it must not be
   * stopped here.
   */
  found: boolean;
  /** Process id of the postmaster, also when another process started it. */
  pid(): number | null;
  /** Stops it in order: closes connections and writes a checkpoint. */
  stop(): Promise<void>;
  /** Stops it and deletes its data, wherever they are. For tests. */
  discard(): Promise<void>;
  /** Starts it again when it is down, and does nothing when it is up. */
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
 * Starts the cluster of a folder and creates it when it is new. A cluster that an earlier run left running is
 * reused.
 * @param folder where data and password are kept
 * @param log gets a line for what an operator should know
 * @param name the cluster_name; the demonstration runs only on a cluster with our name
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
    const { pid } = child;
    if (pid) {
      launchedPostmasters.set(pid, { folder, outside: place.outside });
      child.once("exit", () => launchedPostmasters.delete(pid));
    }
    let last = "";
    child.once("error", (error) => {
      last = unstartable(error);
    });
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

  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    port,
    found: running !== null,
    pid: () => runningPostmaster(place.data)?.pid ?? null,
    revive: async () => {
      if (!runningPostmaster(place.data)) await launch();
    },
    stop: () => stopPostmaster(place.data),
    discard: async () => {
      await stopPostmaster(place.data);
      rmSync(folder, { recursive: true, force: true });
      if (place.outside) rmSync(place.outside, { recursive: true, force: true });
    },
  };
}

async function untilReady(port: number, child: ChildProcess | null, lastWords: () => string): Promise<void> {
  const end = Date.now() + START_MS;
  while (Date.now() < end) {
    if (child && (child.exitCode !== null || child.signalCode !== null)) break;
    if (await answers(port)) return;
    if (child && child.pid === undefined) break;
    await pause(40);
  }
  const reason = lastWords().trim().split("\n").at(-1) ?? "";
  throw new Error(`Postgres no arrancó. ${reason}`.trim());
}

/**
 * Whether a Postgres at the port accepts connections: it answers an SSL request with one byte once it is up.
 */
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
    // 'R' asks for the password, so the server is up; 'E' means that it is still starting.
    socket.on("data", (bytes) => done(bytes[0] === 0x52));
  });
}

function startupPacket(): Buffer {
  const body = Buffer.from("\0\x03\0\0user\0postgres\0database\0postgres\0\0", "latin1");
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([length, body]);
}

/** Why a program did not even begin. */
function unstartable(error: NodeJS.ErrnoException): string {
  return error.code === "ENOENT" ? NONE_INCLUDED : `No se pudo ejecutar (${error.code}).`;
}

function initialise(place: Place, passwordFile: string): void {
  const password = randomBytes(24).toString("hex");
  // initdb writes into another folder that is renamed at the end, so that an interrupted start leaves no
  // partial cluster.
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
    const reason = result.error
      ? unstartable(result.error)
      : ((result.stderr.trim().split("\n").at(-1) || result.signal) ?? "");
    throw new Error(`No se pudo crear la base de datos en ${place.data}. ${reason}`.trim());
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

import { type ChildProcess, spawn } from "node:child_process";
import { createServer, type Socket } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export type Address = { host: string; port: number };

const LEAVING_MS = 3_000;
const everywhere: Record<string, string> = { "0.0.0.0": "127.0.0.1", "::": "::1" };

/** The address at which a browser of this machine reaches a server that listens there. */
export function webAddress({ host, port }: Address): string {
  const name = everywhere[host] ?? host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

/**
 * Waits a moment for an old server whose parent was killed, because it ends by itself.
 * @throws Error with one line when another program listens there
 */
export async function requireFreePort(address: Address): Promise<void> {
  for (const end = Date.now() + LEAVING_MS; ; await pause(100)) {
    try {
      return await tryPort(address);
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

function tryPort({ host, port }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer((socket: Socket) => socket.destroy());
    probe.on("error", (error: NodeJS.ErrnoException) =>
      reject(
        new Error(
          error.code === "EADDRINUSE"
            ? `El puerto ${port} ya está ocupado. Ciérrelo o use otro: PORT=3001 npm start`
            : `No se puede escuchar en ${host}:${port} (${error.code}).`,
        ),
      ),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** Next's own command for the built server. */
export function serverCommand(root: string, { host, port }: Address): { file: string; args: string[] } {
  const next = path.join(root, "node_modules/next/dist/bin/next");
  return { file: next, args: ["start", "-H", host, "-p", String(port)] };
}

/**
 * What the demonstration leaves blank unless it is given on purpose: a shell often holds these for another program, and
 * the demonstration's e-mails would go out by its server.
 */
export const unusedByDemonstration = {
  SMTP_URL: "",
  DATABASE_URL_PROVIDER: "",
  DATABASE_URL_DOOR: "",
  DATABASE_URL_CAJA: "",
};

/** Keeps Next from reading .env files: what they set would not have been checked, and commands do not read them. */
export const withoutEnvFiles = { __NEXT_PROCESSED_ENV: "1" };

/** The server stops by itself in order (lib/graceful-stop.ts), and when its parent is gone. */
export function serverEnvironment(
  env: Record<string, string>,
  distDir = process.env.NEXT_DIST_DIR ?? ".next",
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...(env.DEMO ? unusedByDemonstration : {}),
    ...env,
    ...withoutEnvFiles,
    STOP_WITH_PARENT: "1",
    NEXT_MANUAL_SIG_HANDLE: "1",
    NODE_ENV: "production",
    NEXT_DIST_DIR: distDir,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** Starts the built server as one process that writes to our own output. */
export function startServer(
  root: string,
  address: Address,
  env: Record<string, string>,
  distDir = ".next",
): ChildProcess {
  const { file, args } = serverCommand(root, address);
  return spawn(process.execPath, [file, ...args], {
    cwd: root,
    // The framework's own texts go nowhere; the events of the log go to our output by a descriptor of their own.
    stdio: ["ignore", "ignore", "inherit", 1],
    env: serverEnvironment({ AUDIT_STDOUT_FD: "3", ...env }, distDir),
  });
}

/** Waits until it answers. @throws Error when it ends first or takes longer than a minute */
export async function untilServing(child: ChildProcess, address: Address): Promise<void> {
  const end = Date.now() + 60_000;
  while (Date.now() < end && child.exitCode === null) {
    const answer = await fetch(`${webAddress(address)}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await pause(50);
  }
  throw new Error("El servidor no arrancó.");
}

/** Asks the server to stop and waits; after 10 s it is killed. */
export async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const tooLong = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(tooLong);
}

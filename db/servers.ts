import { createConnection, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import type { DatabaseAddress, DatabaseHost } from "@/lib/database-url";

const LEAST_PAUSE_MS = 300;
const ASK_MS = 2_000;
const SAMPLE_MS = 1_000;

/**
 * An open connection to a server as it was last looked at.
 * @property silentSince since when it has sent nothing; a rest before a request does not count
 * @property rests whether the last that happened on it was an answer
 */
type Line = { since: number; read: number; written: number; silentSince: number; rests: boolean };

/**
 * The connections of a pool to the primary. After a failover they are opened again: to another host of the
 * list, or to the same address when another server answers there now.
 */
export class Servers {
  readonly #address: DatabaseAddress;
  readonly #stuckMs: number;
  readonly #lines = new Map<Socket, Line>();
  #host: DatabaseHost;
  #sure: boolean;
  #looking: Promise<boolean> | null = null;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #gaveUpAt = Number.NEGATIVE_INFINITY;
  #sampledAt = Number.NEGATIVE_INFINITY;
  #sampler: NodeJS.Timeout | null = null;

  /** @param stuckMs after this long of silence a connection may be dropped (`gaveUp`); 0 for never */
  constructor(address: DatabaseAddress, stuckMs: number) {
    this.#address = address;
    this.#stuckMs = stuckMs;
    this.#host = address.hosts[0];
    this.#sure = address.hosts.length === 1;
  }

  /** Opens a connection to the primary, as far as it is known. Errors are events of the socket. */
  async open(): Promise<Socket> {
    if (!this.#sure) await this.#look();
    const { host, port } = this.#host;
    const socket = createConnection(
      host.startsWith("/") ? { path: `${host}/.s.PGSQL.${port}` } : { host, port },
    );
    Object.assign(socket, { host, port }); // the driver checks the certificate against it
    const now = performance.now();
    this.#lines.set(socket, { since: now, read: 0, written: 0, silentSince: now, rests: false });
    if (this.#stuckMs > 0) this.#sampler ??= setInterval(() => this.#sample(), SAMPLE_MS).unref();
    return socket;
  }

  /** A connection broke: with several servers, the primary is searched again. */
  broke(): void {
    this.#sure = this.#address.hosts.length === 1;
  }

  /**
   * A request was given up, so its connection may be one whose server is frozen or cut off, at whatever place of an
   * answer. Those that stay silent are dropped soon, because waiting for them would fill the pool.
   */
  gaveUp(): void {
    this.#gaveUpAt = performance.now();
  }

  /** The server is read-only. Connections are kept until the primary is found. */
  async refusedWrite(): Promise<void> {
    const before = performance.now();
    if (!(await this.#look())) return;
    for (const [socket, { since }] of this.#lines) if (since <= before) socket.destroy();
  }

  /**
   * Searches the primary and uses it from now on; returns whether there is one. Concurrent callers share one
   * search.
   */
  #look(): Promise<boolean> {
    this.#looking ??= this.#askAll().finally(() => {
      this.#looking = null;
      this.#lookedAt = performance.now();
    });
    return this.#looking;
  }

  async #askAll(): Promise<boolean> {
    await pause(Math.max(0, this.#lookedAt + LEAST_PAUSE_MS - performance.now()));
    const answers = this.#address.hosts.map(async (host) => {
      if (!(await takesWrites(this.#address, host))) throw new Error("no writes");
      return host;
    });
    const found = await Promise.any(answers).catch(() => null);
    this.#sure = found !== null;
    // Without a primary it falls back to the first server, so that pages can still read.
    this.#host = found ?? this.#address.hosts[0];
    return found !== null;
  }

  /**
   * Drops connections that have been silent for as long as no statement lasts, while a request was given up. Which one
   * had that request is not known; one that only rested is opened again when it is needed.
   */
  #sample(): void {
    const now = performance.now();
    // After a pause of this process what has arrived meanwhile is not read yet.
    const late = now - this.#sampledAt > 2 * SAMPLE_MS;
    const suspected = !late && now - this.#gaveUpAt <= this.#stuckMs;
    this.#sampledAt = now;
    for (const [socket, line] of this.#lines) {
      if (socket.destroyed) {
        this.#lines.delete(socket);
        continue;
      }
      const answered = socket.bytesRead !== line.read;
      const asked = socket.bytesWritten !== line.written;
      if (answered || (asked && line.rests)) line.silentSince = now;
      if (answered || asked) line.rests = answered;
      line.read = socket.bytesRead;
      line.written = socket.bytesWritten;
      if (suspected && now - line.silentSince > this.#stuckMs) socket.destroy();
    }
    if (this.#lines.size > 0 || !this.#sampler) return;
    clearInterval(this.#sampler);
    this.#sampler = null;
  }
}

/** Whether the server answers and is the primary. */
async function takesWrites(address: DatabaseAddress, { host, port }: DatabaseHost): Promise<boolean> {
  const client = postgres({
    ...driverAddress(address),
    host,
    port,
    max: 1,
    connect_timeout: ASK_MS / 1000,
    fetch_types: false,
    onnotice: () => {},
  });
  const tooLate = pause(ASK_MS, false, { ref: false });
  try {
    const [answer] = await Promise.race([
      client<{ writes: boolean }[]>`select current_setting('transaction_read_only') = 'off' as writes`,
      tooLate.then(() => []),
    ]);
    return answer?.writes ?? false;
  } catch {
    return false;
  } finally {
    void client.end({ timeout: 0 }).catch(() => {});
  }
}

/** What the driver is told of an address; its own reading of one knows less. */
export function driverAddress({ hosts, database, user, password, sslmode, parameters }: DatabaseAddress) {
  return {
    host: hosts[0].host,
    port: hosts[0].port,
    database,
    ...(user ? { username: user } : {}),
    password,
    ssl: sslmode && sslmode !== "disable" ? (sslmode as "require") : false,
    connection: parameters,
  };
}

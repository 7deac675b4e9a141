import { connect, createServer, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/**
 * A TCP proxy to a database that can hold back every byte like a stalled network: nothing breaks and nothing
 * arrives.
 */
export type StallingProxy = {
  /** The database's URL through this proxy. */
  url: string;
  hold(): void;
  /** Holds back the bytes of the connections that are open now, for good; new ones are served. */
  freeze(): void;
  /** Delivers everything after it was held back for this long. */
  letThrough(ms: number): Promise<void>;
  close(): Promise<void>;
};

export async function startStallingProxy(database: string): Promise<StallingProxy> {
  const target = new URL(database);
  const open = new Set<Socket>();
  let heldSince: number | null = null;
  const server = createServer((near) => {
    const far = connect(Number(target.port || 5432), target.hostname);
    for (const end of [near, far]) {
      open.add(end);
      if (heldSince !== null) end.pause();
      end.on("error", () => end.destroy());
      end.on("close", () => open.delete(end));
    }
    // What a client sent before it gave its connection up still arrives.
    near.on("close", () => far.end());
    far.on("close", () => near.destroy());
    near.on("data", (bytes) => far.write(bytes));
    far.on("data", (bytes) => near.write(bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port");
  const url = new URL(database);
  url.host = `127.0.0.1:${address.port}`;
  return {
    url: url.href,
    hold: () => {
      heldSince = performance.now();
      for (const end of open) end.pause();
    },
    freeze: () => {
      for (const end of open) end.pause();
    },
    letThrough: async (ms) => {
      await pause(Math.max(0, (heldSince ?? 0) + ms - performance.now()));
      heldSince = null;
      for (const end of open) end.resume();
    },
    close: () =>
      new Promise((resolve) => {
        for (const end of open) end.destroy();
        server.close(() => resolve());
      }),
  };
}

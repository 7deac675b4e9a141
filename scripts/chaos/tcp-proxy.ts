import { connect, createServer, type Socket } from "node:net";

/** A TCP proxy between the server and its database, which simulates a slow or broken network. */
export type Line = {
  port: number;
  /** Holds back every byte in both directions for some milliseconds, and then delivers all in order. */
  hold(ms: number): Promise<void>;
  /** Resets every connection and refuses new ones for some milliseconds. */
  cut(ms: number): Promise<void>;
  close(): void;
};

/** @param target port of the database on this machine */
export async function chaosLine(target: number): Promise<Line> {
  const open = new Set<Socket>();
  let held = false;
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) return near.resetAndDestroy();
    join(near, connect(target, "127.0.0.1"), open, held);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port");
  return {
    port: address.port,
    hold: async (ms) => {
      held = true;
      for (const socket of open) socket.pause();
      await passed(ms);
      held = false;
      for (const socket of open) socket.resume();
    },
    cut: async (ms) => {
      isCut = true;
      for (const socket of open) socket.resetAndDestroy();
      await passed(ms);
      isCut = false;
    },
    close: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

function join(near: Socket, far: Socket, open: Set<Socket>, held: boolean): void {
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    open.add(from);
    from.on("data", (bytes) => to.write(bytes));
    from.on("error", () => from.destroy());
    from.on("close", () => {
      open.delete(from);
      to.destroy();
    });
    if (held) from.pause();
  }
}

const passed = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

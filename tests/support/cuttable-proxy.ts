import { connect, createServer, type Socket } from "node:net";

/**
 * A TCP proxy that can be cut and restored like a phone's connection, and restored to another server; or hold back
 * every byte, like a Wi-Fi whose line swallows packets: connections open and nothing arrives.
 */
export type CuttableProxy = {
  url: string;
  cut(): Promise<void>;
  mend(to?: string): Promise<void>;
  hold(): void;
  release(): void;
};

export async function startCuttableProxy(target: string): Promise<CuttableProxy> {
  let { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  const pairs = new Set<readonly [Socket, Socket]>();
  let isHeld = false;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const end of [near, far]) {
      open.add(end);
      end.on("error", () => end.destroy());
      end.on("close", () => open.delete(end));
    }
    const pair = [near, far] as const;
    pairs.add(pair);
    near.on("close", () => {
      pairs.delete(pair);
      far.destroy();
    });
    far.on("close", () => near.destroy());
    if (!isHeld) near.pipe(far).pipe(near);
  });
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, "127.0.0.1", resolve));
  await listen(0);
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
    mend: (to = target) => {
      ({ hostname, port } = new URL(to));
      return listen(address.port);
    },
    hold: () => {
      isHeld = true;
      for (const [near, far] of pairs) {
        near.unpipe(far);
        far.unpipe(near);
      }
    },
    release: () => {
      isHeld = false;
      for (const [near, far] of pairs) near.pipe(far).pipe(near);
    },
  };
}

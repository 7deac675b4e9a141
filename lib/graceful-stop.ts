import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { endProcess } from "./line-output";
import { log } from "./log";
import { beginShutdown, isShuttingDown } from "./process-state";

/** How long it still answers after the signal, so that a load balancer sees that it is not ready. */
const NOTICE_MS = 1_000;
/**
 * How long it goes on accepting beside those that it answers. The event loop takes one connection a turn from the
 * system's queue, which is reset with the listening socket: a busy server has dozens there, whose requests were sent.
 */
const LONGEST_DRAIN_MS = 5_000;
/** So many looks after each other without a request mean that the queue is empty. */
const QUIET_LOOKS = 3;
/** Then pending requests are dropped; `npm run serve` promises 10 s for everything. */
const LONGEST_MS = 8_500;
const LOOK_MS = 50;

type Message = { request: IncomingMessage; response: ServerResponse; server: Server };

/**
 * Ends the process in order when it is asked to: not ready at once, requests in flight answered, their connections
 * closed, then the work that `finish` waits for.
 * @param finish begins with the signal and is waited for
 */
export function stopInOrder(finish: () => Promise<void>): { stop: (signal: string) => void } {
  const open = new Set<ServerResponse>();
  const servers = new Set<Server>();
  let begun = 0;
  subscribe("http.server.request.start", (message) => {
    const { response, server } = message as Message;
    servers.add(server);
    open.add(response);
    begun += 1;
    if (isShuttingDown()) response.shouldKeepAlive = false;
    response.once("close", () => open.delete(response));
  });

  const drained = async () => {
    const end = performance.now() + LONGEST_DRAIN_MS;
    for (let quiet = 0, before = -1; quiet < QUIET_LOOKS && performance.now() < end; await pause(LOOK_MS)) {
      quiet = open.size === 0 && begun === before ? quiet + 1 : 0;
      before = begun;
    }
  };

  const stop = async (signal: string) => {
    if (isShuttingDown()) return;
    beginShutdown();
    log.info({ event: "process.stopping", signal, inFlight: open.size });
    const end = performance.now() + LONGEST_MS;
    setTimeout(() => void endProcess(1), LONGEST_MS);
    const finished = finish().catch(() => {});
    for (const response of open) if (!response.headersSent) response.shouldKeepAlive = false;
    // With a terminal there is no load balancer to wait for.
    if (signal !== "SIGINT") await pause(NOTICE_MS);
    await drained();
    for (const server of servers) server.close();
    while (open.size > 0 && performance.now() < end) await pause(LOOK_MS);
    for (const server of servers) server.closeAllConnections();
    await finished;
    await endProcess(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(signal));
  return { stop: (signal) => void stop(signal) };
}

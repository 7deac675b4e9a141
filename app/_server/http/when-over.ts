import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** What is still to be run when a connection is cut. */
const open = new WeakMap<Socket, Set<() => void>>();

/**
 * Runs something once, when a response has ended or its connection is cut. Node tells a response that waits behind
 * another one of its connection (pipelining) neither, so the connection is listened to as well, once for all of its
 * requests.
 */
export function whenOver({ socket }: IncomingMessage, response: ServerResponse, run: () => void): void {
  const runs = open.get(socket) ?? new Set();
  if (!open.has(socket)) {
    open.set(socket, runs);
    socket.once("close", () => {
      for (const each of [...runs]) each();
    });
  }
  const once = () => {
    if (runs.delete(once)) run();
  };
  runs.add(once);
  response.once("close", once);
}

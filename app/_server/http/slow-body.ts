import type { IncomingMessage, ServerResponse } from "node:http";
import { sendRefusal } from "./refused-page";

export type BodyPace = {
  /** How long any body may take, whatever its size. */
  graceMs: number;
  /** Minimum rate of a body after that, in bytes per second. */
  bytesASecond: number;
  lookEveryMs: number;
};

/** Allows a photo over a slow rural connection, but no client that sends single bytes to hold the connection. */
export const usualPace: BodyPace = { graceMs: 20_000, bytesASecond: 4_096, lookEveryMs: 5_000 };

/** Ends requests whose body is deliberately slow (slowloris): 408. */
export function watchBody(request: IncomingMessage, response: ServerResponse, pace: BodyPace): void {
  if (request.method !== "POST") return;
  const started = performance.now();
  const before = request.socket.bytesRead;
  const timer = setInterval(() => {
    if (request.complete || response.writableEnded) {
      clearInterval(timer);
      return;
    }
    const over = performance.now() - started - pace.graceMs;
    if (over < 0 || request.socket.bytesRead - before >= (over / 1_000) * pace.bytesASecond) return;
    clearInterval(timer);
    if (!response.headersSent) sendRefusal(response, 408, request.headers.cookie);
    // Sends the response first, then stops waiting for the body.
    setTimeout(() => request.destroy(), 500).unref();
  }, pace.lookEveryMs);
  timer.unref();
  response.once("close", () => clearInterval(timer));
}

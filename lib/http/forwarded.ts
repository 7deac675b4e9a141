import http from "node:http";

/**
 * Without a proxy of ours, X-Forwarded-For is whatever a stranger wrote, and Next keeps it. Taking it away
 * before Next sees the request makes Next write the socket's own address there.
 */
export function distrustForwardedFor(): void {
  const { emit } = http.Server.prototype;
  http.Server.prototype.emit = function (this: http.Server, event: string, ...args: unknown[]) {
    const [request] = args;
    if (event === "request" && request instanceof http.IncomingMessage)
      delete request.headers["x-forwarded-for"];
    return Reflect.apply(emit, this, [event, ...args]);
  };
}

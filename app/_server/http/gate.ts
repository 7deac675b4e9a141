import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { isIP } from "node:net";
import { cleanAddress, cleanCookies } from "@/lib/http/clean-address";
import { LARGEST_FORM_BYTES } from "@/lib/http/form-limits";
import { isLoopback } from "@/lib/http/loopback";
import { NO_ADDRESS } from "@/lib/http/network";
import { answerFailures } from "./failed-answer";
import { PAGE_LOOKUP } from "./page-lookup";
import { type RefusedStatus, sendRefusal } from "./refused-page";
import { type BodyPace, usualPace, watchBody } from "./slow-body";
import { isUploadAddress } from "./upload-address";

/**
 * How long a body over the limit is still read after the response, because a browser shows none before it has
 * sent everything.
 */
const DRAIN_MS = 2_000;

export type GateSettings = {
  /** Origin of the public address, where one is set: "https://proveedores.caja.example". */
  origin: string | null;
  /** Whether requests come through a proxy of ours. */
  behindProxy: boolean;
  /** Whether connections may become something else than HTTP, as while developing; else nobody is asked for it. */
  upgrades?: boolean;
  pace?: BodyPace;
};

/**
 * First check of every request: validates and normalises method, host, address, cookies and length before other
 * code sees them. Next accepts no handler of ours, so this wraps the `request` event of Node's server.
 */
export function installGate(settings: GateSettings): void {
  const { emit } = http.Server.prototype;
  http.Server.prototype.emit = function (this: http.Server, event: string, ...args: unknown[]) {
    const [request, response] = args;
    // Node takes a request that asks for another protocol for an ordinary one where nobody listens for it. Next listens,
    // answers none of them, and leaves them open without an end.
    if (!settings.upgrades && (event === "connection" || event === "request"))
      this.removeAllListeners("upgrade");
    if (event !== "request" || !(request instanceof http.IncomingMessage))
      return Reflect.apply(emit, this, [event, ...args]);
    const answer = response as ServerResponse;
    const refused = judge(request, settings);
    if (refused === null) {
      watchBody(request, answer, settings.pace ?? usualPace);
      answerFailures(request, answer);
      return Reflect.apply(emit, this, [event, ...args]);
    }
    sendRefusal(answer, refused, request.headers.cookie);
    request.resume();
    setTimeout(() => request.complete || request.destroy(), DRAIN_MS).unref();
    return true;
  };
}

/** Null when the request may pass; address, cookies and host are then normalised. */
export function judge(request: IncomingMessage, settings: GateSettings): RefusedStatus | null {
  const { headers, method = "" } = request;
  if (!["GET", "HEAD", "POST"].includes(method)) return 405;
  if (!takeTarget(request)) return 400;
  const address = cleanAddress(request.url ?? "/");
  if (typeof address === "number") return address;
  request.url = address;
  const path = address.split("?")[0] ?? "";
  if (!takeHost(request, path, settings)) return 421;
  cleanHeaders(request, settings);
  if (!isRouterState(headers["next-router-state-tree"])) return 400;
  if (method !== "POST" || isUploadAddress(path)) return null;
  if (headers["transfer-encoding"] !== undefined) return 411;
  return Number(headers["content-length"] ?? 0) > LARGEST_FORM_BYTES ? 413 : null;
}

/**
 * Whether a request names one host and a path. "GET http://host/path", as it is sent to a proxy, becomes its path and its
 * host: Next would redirect to whatever host is written there.
 */
function takeTarget(request: IncomingMessage): boolean {
  const { url = "/", headers, rawHeaders = [] } = request;
  const names = rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
  if (names.indexOf("host") !== names.lastIndexOf("host")) return false;
  const [, host, path] = /^https?:\/\/([^/?#]*)(.*)$/i.exec(url) ?? [];
  if (host === undefined) return url.startsWith("/");
  headers.host = host;
  request.url = path?.startsWith("/") ? path : `/${path ?? ""}`;
  return true;
}

/**
 * Whether the request is for this site. Behind a proxy of ours every name becomes the public one. Requests from
 * the machine itself, such as health checks, may use another.
 */
function takeHost(
  { headers }: IncomingMessage,
  path: string,
  { origin, behindProxy }: GateSettings,
): boolean {
  delete headers["x-forwarded-host"];
  if (origin === null) return true;
  const { host } = new URL(origin);
  const ours = behindProxy || (isLoopback(headers.host ?? "") && headers.origin === origin);
  if (headers.host !== undefined && ours) headers.host = host;
  return (
    headers.host === host || isLoopback(headers.host ?? "") || path === "/api/health" || path === "/api/ready"
  );
}

/** Headers that proxy.ts sets for our own code. */
const OWN_HEADERS = ["x-path", "x-nonce", PAGE_LOOKUP];

function cleanHeaders({ headers }: IncomingMessage, { behindProxy }: GateSettings): void {
  for (const name of OWN_HEADERS) delete headers[name];
  // Without a proxy of ours the client can write anything into this header, and Next would trust it.
  if (!behindProxy) delete headers["x-forwarded-for"];
  else headers["x-forwarded-for"] = addressesOf(headers["x-forwarded-for"]);
  if (headers.cookie !== undefined) headers.cookie = cleanCookies(headers.cookie);
  if (headers["user-agent"] !== undefined)
    headers["user-agent"] = headers["user-agent"].replace(/[^\x20-\x7e\u00a0-\u00ff]/g, "").slice(0, 300);
}

/**
 * The addresses of a header, without their ports. What is none keeps its place, since the one that counts
 * is found by its place from the right: else a "unix:" of our proxy's would move it onto what the client wrote.
 */
function addressesOf(header: string | string[] | undefined): string {
  if (header === undefined) return "";
  return String(header)
    .split(",")
    .map((part) => part.trim().replace(/^\[(.*)\](?::\d+)?$|^(\d[\d.]*):\d+$/, "$1$2"))
    .map((part) => (isIP(part) === 0 ? NO_ADDRESS : part))
    .join(", ");
}

/** State that Next's client sends about its page. Malformed values would make Next fail. */
function isRouterState(header: string | string[] | undefined): boolean {
  if (header === undefined) return true;
  try {
    return typeof header === "string" && Array.isArray(JSON.parse(decodeURIComponent(header)));
  } catch {
    return false;
  }
}

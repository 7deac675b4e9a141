import { randomInt, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";

const dist = path.resolve(import.meta.dirname, "../../.next-test/server");
const base = new URL(process.env.E2E_URL ?? "http://127.0.0.1");
const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });

const manifest = (name: string): unknown => JSON.parse(readFileSync(path.join(dist, name), "utf8"));

/** Pages and route handlers of the build by their file names: "/admin/ordenes/[id]/page". */
export function builtPaths(): string[] {
  return Object.keys(manifest("app-paths-manifest.json") as Record<string, string>).filter(
    (name) => !name.startsWith("/_"),
  );
}

/** Every server action of the build, with a page that can post it. */
export function builtActions(): { id: string; name: string; page: string }[] {
  const { node } = manifest("server-reference-manifest.json") as {
    node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }>;
  };
  return Object.entries(node).map(([id, { workers, filename, exportedName }]) => ({
    id,
    name: `${filename} ${exportedName}`,
    page: Object.keys(workers)[0]?.replace(/^app/, "") ?? "/",
  }));
}

/** A built path as the tables of permissions name it: "/admin/ordenes/[id]". */
export const placeOf = (built: string) =>
  built.replace(/\/(?:page|route)$/, "").replace(/\/\([^)]+\)/g, "") || "/";

/** The URL of a built path, with `segment` for each dynamic part. */
export function addressOf(built: string, segment: string = randomUUID()): string {
  return placeOf(built).replace(/\[[^\]]+\]/g, segment);
}

/** A loopback address that no other test uses, so that rate limits per network count this test alone. */
export const someNetwork = () => `127.${randomInt(1, 255)}.${randomInt(256)}.${randomInt(1, 255)}`;

export type Answer = { status: number; headers: http.IncomingHttpHeaders; body: string };

type Sent = { method?: string; headers?: http.OutgoingHttpHeaders; body?: Buffer | string; from?: string };

/**
 * Sends one request with URL and body unchanged. Status 0 means that the connection was closed. A kept connection that
 * the server had already given up as idle has met no request: there it is sent once more, on a new one.
 * @param from source address of this machine (127.0.0.0/8)
 */
export function send(address: string, sent: Sent = {}): Promise<Answer> {
  const { method = "GET", headers = {}, body, from } = sent;
  return new Promise((resolve) => {
    const request = http.request(
      {
        host: base.hostname,
        port: base.port,
        path: address,
        method,
        headers,
        timeout: 30_000,
        // A source address of its own gets sockets of its own, without a limit.
        ...(from === undefined ? { agent } : { localAddress: from, agent: false }),
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", () => resolve({ status: 0, headers: {}, body: "" }));
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    request.on("timeout", () => request.destroy());
    request.on("error", ({ code }: NodeJS.ErrnoException) => {
      const wasIdle = request.reusedSocket && code === "ECONNRESET";
      resolve(wasIdle ? send(address, { ...sent, from: "127.0.0.1" }) : { status: 0, headers: {}, body: "" });
    });
    request.end(body);
  });
}

const BOUNDARY = "----ajena";

export type Field = readonly [name: string, value: Buffer | string, fileName?: Buffer | string];

/** A multipart body whose values and file names are bytes, so that they need not be valid text. */
export function multipart(fields: readonly Field[]): Buffer {
  const parts = fields.flatMap(([name, value, fileName]) => [
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"`),
    ...(fileName === undefined
      ? []
      : [Buffer.from('; filename="'), Buffer.from(fileName), Buffer.from('"\r\nContent-Type: text/plain')]),
    Buffer.from("\r\n\r\n"),
    Buffer.from(value),
    Buffer.from("\r\n"),
  ]);
  return Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

export const multipartType = `multipart/form-data; boundary=${BOUNDARY}`;

/** Calls a server action with a form, as React does in the browser. */
export function callAction(
  action: { id: string; page: string },
  cookie: string,
  fields: readonly (readonly [string, Buffer | string])[],
  from?: string,
): Promise<Answer> {
  const body = multipart([
    ...fields.map(([name, value]) => [`_1_${name}`, value] as const),
    ["0", '[{"status":"idle"},"$K1"]'],
  ]);
  return postAction(action, cookie, body, multipartType, from);
}

export function postAction(
  { id, page }: { id: string; page: string },
  cookie: string,
  body: Buffer | string,
  type = multipartType,
  from?: string,
): Promise<Answer> {
  return send(addressOf(page), {
    ...(from === undefined ? {} : { from }),
    method: "POST",
    headers: {
      "next-action": id,
      accept: "text/x-component",
      "content-type": type,
      origin: base.origin,
      cookie,
      "content-length": Buffer.byteLength(body),
    },
    body,
  });
}

/** Runs work for each item with limited concurrency. */
export async function each<T>(
  items: readonly T[],
  run: (item: T) => Promise<void>,
  atOnce = 6,
): Promise<void> {
  const left = [...items];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) await run(item);
    }),
  );
}

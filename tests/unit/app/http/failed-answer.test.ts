import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { createGzip } from "node:zlib";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { answerFailures } from "@/app/_server/http/failed-answer";
import { newFailureId } from "@/lib/failure-id";
import { bodies } from "@/lib/http/body-room";
import { isUnread, markRead, noteFailure, REQUEST_ID } from "@/lib/http/failures";

vi.mock("@/lib/log", () => ({ logError: () => "nowhere1" }));

/** The ids of the requests that are left without an answer. */
const seen: string[] = [];

/** What the framework behind does with a request, by its path. */
const behind: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  "/well": (_, response) => response.writeHead(200, { "x-own": "1" }).end("well"),
  "/missing": (_, response) => response.writeHead(404, { "Content-Type": "text/plain" }).end("not there"),
  "/bare": ({ url = "" }, response) => {
    response.statusCode = Number(new URLSearchParams(url.split("?")[1]).get("status"));
    response.setHeader("content-security-policy", "sandbox");
    // As the framework compresses: the head goes before it is known that nothing follows.
    if (url.includes("head=1")) response.writeHead(response.statusCode);
    response.end();
  },
  "/json": (_, response) => response.writeHead(404, { "content-type": "application/json" }).end(),
  "/fails": ({ headers }, response) => {
    noteFailure(headers[REQUEST_ID], Object.assign(new Error("x"), { digest: "2871398@E12" }));
    response.writeHead(500, { "content-type": "text/html", "x-own": "1" });
    response.write("<html id=__next_error__>");
    response.end("</html>");
  },
  "/unnamed": ({ headers }, response) => {
    const error = new Error("x");
    noteFailure(headers[REQUEST_ID], error);
    response.writeHead(500).end(String(Reflect.get(error, "digest")));
  },
  "/untold": (_, response) => response.writeHead(500).end("Internal Server Error"),
  "/down": ({ headers }, response) => {
    noteFailure(headers[REQUEST_ID], { digest: newFailureId(true) });
    response.statusCode = 500;
    response.setHeader("content-encoding", "gzip");
    createGzip().end("x").pipe(response);
  },
  "/consultar/r/1": (_, response) => response.writeHead(503).end(),
  "/consultarias": (_, response) => response.writeHead(503).end(),
  "/V/ABC": (_, response) => response.writeHead(503).end(),
  "/held": () => {},
  "/archivos/enviar": ({ headers }) => seen.push(String(headers[REQUEST_ID])),
  "/form": ({ headers }) => seen.push(String(headers[REQUEST_ID])),
  "/read": ({ headers }, response) => {
    markRead(String(headers[REQUEST_ID]));
    response.writeHead(500).end("read");
  },
};

const server = http.createServer((request, response) => {
  answerFailures(request, response);
  request.resume();
  behind[request.url?.split("?")[0] ?? ""]?.(request, response);
});
let base = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

async function ask(path: string, init: RequestInit = {}) {
  const answer = await fetch(base + path, init);
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}

test("a successful response passes unchanged", async () => {
  const success = await ask("/well");
  expect([success.status, success.body, success.headers.get("x-own")]).toEqual([200, "well", "1"]);
  expect(await ask("/missing")).toMatchObject({ status: 404, body: "not there" });
});

test("a failed page is replaced by an error page without scripts, with its error id and a retry link", async () => {
  const { status, headers, body } = await ask("/fails?a=1&b=2");
  expect(status).toBe(500);
  expect(headers.get("x-own")).toBeNull();
  expect(headers.get("cache-control")).toBe("no-store");
  expect(body).toContain("Tenemos un problema");
  expect(body).toContain("<b>2871398@E12</b>");
  expect(body).toContain('href="/fails?a=1&amp;b=2"');
  expect(body).not.toMatch(/__next_error__|<script/);
  expect((await ask("/fails", { headers: { cookie: "idioma=en" } })).body).toContain("We have a problem");
});

test("an error without an id gets one, and an unlogged failure is logged", async () => {
  expect((await ask("/unnamed")).body).toMatch(/<b>[0-9a-f]{8}<\/b>/);
  expect((await ask("/untold")).body).toContain("<b>nowhere1</b>");
  expect((await ask("/untold")).body).not.toContain("Internal");
});

test("during a database outage the status is 503, and the result of a submit is reported as unknown", async () => {
  const read = await ask("/down");
  expect([read.status, read.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(read.body).toContain("No pudimos abrir la página");
  expect(read.body).not.toContain("código");
  const posted = await ask("/down", { method: "POST", body: "a=1" });
  expect(posted.status).toBe(503);
  expect(posted.body).toContain("No supimos si quedó guardado");
});

test("only who reads a page with an order in hand is told not to hand over", async () => {
  const heading = async (path: string) => /<h1>(.*?)<\/h1>/.exec((await ask(path)).body)?.[1];
  expect(await heading("/consultar/r/1?a=1")).toBe("No pudimos consultar");
  expect(await heading("/V/ABC")).toBe("No pudimos consultar");
  expect(await heading("/consultarias")).toBe("No pudimos abrir la página");
});

test("a form that no action parsed is a client error; after parsing it is a server error", async () => {
  const form = () => {
    const data = new FormData();
    data.set("a", "1");
    return data;
  };
  expect((await ask("/untold", { method: "POST", body: form() })).status).toBe(400);
  expect((await ask("/read", { method: "POST", body: form() })).status).toBe(500);
  // A route handler of ours reads it itself.
  expect((await ask("/untold", { method: "POST", body: "a=1" })).status).toBe(500);
});

test("a React Server Components request gets an RSC error, and a client cannot choose the request id", async () => {
  const itsOwn: Record<string, string>[] = [{ rsc: "1" }, { "next-action": "x" }];
  for (const headers of itsOwn)
    expect(await ask("/untold", { headers })).toMatchObject({ status: 500, body: "Internal Server Error" });
  noteFailure("mine", { digest: "forged00" });
  expect((await ask("/untold", { headers: { [REQUEST_ID]: "mine" } })).body).not.toContain("forged00");
});

test("an empty error response gets a text in the person's language and keeps its status", async () => {
  const words: [status: number, es: string, en: string][] = [
    [401, "Ingrese para ver esto", "Sign in to see this"],
    [403, "Esta página no es para su usuario", "This page is not for your user"],
    [404, "No encontramos esta página", "We could not find this page"],
    [405, "No recibimos lo que envió", "We did not take what you sent"],
    [503, "No pudimos abrir la página", "We could not open the page"],
  ];
  for (const [status, es, en] of words) {
    const bare = await ask(`/bare?status=${status}`);
    expect([bare.status, bare.headers.get("cache-control")]).toEqual([status, "no-store"]);
    expect(bare.headers.get("content-security-policy")).toContain("style-src 'self'");
    expect(bare.body).toContain(`<h1>${es}`);
    expect((await ask(`/bare?status=${status}&head=1`)).body).toContain(`<h1>${es}`);
    expect((await ask(`/bare?status=${status}`, { headers: { cookie: "idioma=en" } })).body).toContain(en);
  }
  expect((await ask("/bare?status=401")).body).toContain('href="/ingresar?volver=%2Fbare%3Fstatus%3D401"');
  expect((await ask("/bare?status=401", { method: "POST" })).body).toContain('href="/ingresar"');
  expect((await ask("/bare?status=405")).headers.get("allow")).toBe("POST");
  expect((await ask("/bare?status=503")).headers.get("retry-after")).toBe("5");
  for (const status of [204, 304, 303, 409])
    expect((await ask(`/bare?status=${status}`, { redirect: "manual" })).body).toBe("");
  expect(await ask("/json")).toMatchObject({ status: 404, body: "" });
  expect(await ask("/bare?status=404", { headers: { rsc: "1" } })).toMatchObject({ status: 404, body: "" });
});

test("what is held for a request goes with its connection, also of one that waits behind another (pipelining)", async () => {
  const line = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const form = "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000\r\n\r\n";
  line.write("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
  line.write(
    "POST /form HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data\r\nContent-Length: 0\r\n\r\n",
  );
  line.write(`POST /archivos/enviar HTTP/1.1\r\nHost: a\r\n${form}--b`);
  await vi.waitFor(() => expect(seen).toHaveLength(2));
  const held = () => [isUnread(seen[0] ?? ""), bodies.isIn(seen[1] ?? "")];
  expect(held()).toEqual([true, true]);
  line.destroy();
  await vi.waitFor(() => expect(held()).toEqual([false, false]));
});

test("many requests on one connection add no listener each to it", async () => {
  const warnings: Error[] = [];
  const warn = (warning: Error) => warnings.push(warning);
  process.on("warning", warn);
  const line = connect((server.address() as AddressInfo).port, "127.0.0.1");
  line.write("GET /held HTTP/1.1\r\nHost: a\r\n\r\n".repeat(30));
  await pause(200);
  line.destroy();
  process.off("warning", warn);
  expect(warnings).toEqual([]);
});

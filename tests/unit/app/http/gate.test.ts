import http, { type IncomingMessage } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type GateSettings, installGate, judge } from "@/app/_server/http/gate";

const ours = { origin: "https://proveedores.caja.example", behindProxy: false };
const requestOf = (headers: http.IncomingHttpHeaders, url = "/", method = "GET") =>
  ({ headers, url, method }) as unknown as IncomingMessage;

const hostOf = (host: string, settings: GateSettings, more = {}, url = "/") => {
  const request = requestOf({ host, ...more }, url);
  return judge(request, settings) ?? request.headers.host;
};

test("a request is accepted for the public host or the machine itself, and refused for others", () => {
  const { host } = new URL(ours.origin);
  expect(hostOf(host, ours)).toBe(host);
  expect(hostOf("evil.example", ours)).toBe(421);
  expect(hostOf(`${host}.evil.example`, ours)).toBe(421);
  expect(hostOf("127.0.0.1.evil.example", ours)).toBe(421);
  expect(hostOf("127.0.0.1:3000", ours)).toBe("127.0.0.1:3000");
  expect(hostOf("evil.example", ours, {}, "/api/health")).toBe("evil.example");
  expect(hostOf("evil.example", { origin: null, behindProxy: false })).toBe("evil.example");
});

test("behind a trusted proxy every Host is the public one, and forwarded hosts are ignored", () => {
  const { host } = new URL(ours.origin);
  expect(hostOf("portal_upstream", { ...ours, behindProxy: true })).toBe(host);
  expect(hostOf("127.0.0.1:3000", ours, { origin: ours.origin })).toBe(host);
  const request = requestOf({ host, "x-forwarded-host": "evil.example", "x-forwarded-for": "203.0.113.9" });
  expect(judge(request, ours)).toBeNull();
  expect(request.headers["x-forwarded-host"]).toBeUndefined();
  expect(request.headers["x-forwarded-for"]).toBeUndefined();
});

test("of forwarded addresses only valid IP addresses are accepted, and what is none keeps its place", () => {
  const taken = (header?: string) => {
    const request = requestOf({ host: "a", ...(header === undefined ? {} : { "x-forwarded-for": header }) });
    judge(request, { origin: null, behindProxy: true });
    return request.headers["x-forwarded-for"];
  };
  expect(taken("x'--, 203.0.113.9:4711, [2001:db8::1]:443, 2001:db8::2, 10.0.0.1")).toBe(
    "desconocida, 203.0.113.9, 2001:db8::1, 2001:db8::2, 10.0.0.1",
  );
  // The address that counts is found by its place from the right: none that the client wrote may move there.
  expect(taken("192.0.2.66, 203.0.113.9, unix:")).toBe("192.0.2.66, 203.0.113.9, desconocida");
  expect(taken("192.0.2.66, proxy.internal")).toBe("192.0.2.66, desconocida");
  expect(taken("192.0.2.66,,")).toBe("192.0.2.66, desconocida, desconocida");
  expect(taken()).toBe("");
});

test.each([
  ["GET", null],
  ["HEAD", null],
  ["POST", null],
  ["TRACE", 405],
  ["TRACK", 405],
  ["CONNECT", 405],
  ["OPTIONS", 405],
  ["PUT", 405],
  ["get", 405],
])("the method %s is answered with %s", (method, answer) => {
  const { host } = new URL(ours.origin);
  expect(judge(requestOf({ host, "content-length": "0" }, "/", method), ours)).toBe(answer);
});

test("a form needs a Content-Length within the limit; files are posted to their own URLs", () => {
  const post = (headers: http.IncomingHttpHeaders, url = "/consultar") =>
    judge(requestOf({ host: "a", ...headers }, url, "POST"), { origin: null, behindProxy: false });
  expect(post({ "content-length": String(128 * 1024) })).toBeNull();
  expect(post({ "content-length": String(128 * 1024 + 1) })).toBe(413);
  expect(post({ "transfer-encoding": "chunked" })).toBe(411);
  const heavy = { "content-length": "20000000" };
  expect(post(heavy, "/admin/ordenes/importar/enviar?a=b")).toBeNull();
  for (const url of [
    "/enviar",
    "/no/hay/enviar",
    "/admin/buscar/enviar",
    "/archivos/enviar/",
    "/x/archivos/enviar",
  ])
    expect(post(heavy, url), url).toBe(413);
});

test("headers that our own code sets are not taken from outside", () => {
  const request = requestOf(
    { host: "a", "x-path": "/admin", "x-lookup": "1", "x-nonce": "n", accept: "*/*" },
    "/",
  );
  expect(judge(request, { origin: null, behindProxy: false })).toBeNull();
  expect(Object.keys(request.headers).sort()).toEqual(["accept", "host"]);
});

test("a request that names a host before its path is judged by that host, and what is no path is refused", () => {
  const { host } = new URL(ours.origin);
  const judged = (url: string, settings: GateSettings = ours) => {
    const request = requestOf({ host }, url);
    return judge(request, settings) ?? `${request.headers.host}${request.url}`;
  };
  expect(judged(`https://${host}/ingresar?volver=/x`)).toBe(`${host}/ingresar?volver=/x`);
  expect(judged(`HTTP://${host}`)).toBe(`${host}/`);
  expect(judged(`http://${host}?a=b`)).toBe(`${host}/?a=b`);
  expect(judged("http://evil.example/ingresar")).toBe(421);
  expect(judged("http://evil.example//otro.example", { origin: null, behindProxy: false })).toBe(
    "evil.example//otro.example",
  );
  for (const url of ["*", "ingresar", "ftp://evil.example/x", "?x", "javascript:alert(1)"])
    expect(judged(url)).toBe(400);
});

test("a request with two hosts is refused", () => {
  const request = { ...requestOf({ host: "a" }), rawHeaders: ["Host", "a", "X", "host", "HOST", "b"] };
  expect(judge(request as unknown as IncomingMessage, { origin: null, behindProxy: false })).toBe(400);
});

const server = http.createServer((request, response) => {
  request.resume();
  request.on("end", () => response.end("taken"));
});
let port = 0;

beforeAll(async () => {
  installGate({
    origin: null,
    behindProxy: false,
    pace: { graceMs: 200, bytesASecond: 1_000, lookEveryMs: 50 },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
// As Next does, which then answers nothing.
server.on("upgrade", () => {});
afterAll(() => server.close());

/** Sends a body of `size` bytes in `parts`, one each 100 ms, and answers what came back. */
function post(size: number, parts: number): Promise<string> {
  return new Promise((resolve) => {
    let response = "";
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(`POST /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: ${size}\r\n\r\n`);
      let sent = 0;
      const timer = setInterval(() => {
        if (sent++ < parts && !socket.destroyed) socket.write("x".repeat(size / parts));
        else clearInterval(timer);
      }, 100);
    });
    socket.on("data", (chunk) => {
      response += chunk;
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(response));
  });
}

test("a request for another protocol is answered as an ordinary one, and its connection ends", async () => {
  const answer = await new Promise<string>((resolve) => {
    let response = "";
    const socket = connect(port, "127.0.0.1", () =>
      socket.write("GET /x HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n"),
    );
    socket.on("data", (chunk) => {
      response += chunk;
    });
    socket.on("close", () => resolve(response));
    socket.setTimeout(5_000, () => socket.destroy());
  });
  expect(answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*taken/);
});

test("a body that arrives too slowly is ended with 408, and one that keeps the minimum rate is accepted", async () => {
  const [dripping, steady] = await Promise.all([post(100, 100), post(10_000, 10)]);
  expect(dripping).toMatch(/^HTTP\/1\.1 408 /);
  expect(dripping).toContain("tardó demasiado");
  expect(steady).toMatch(/^HTTP\/1\.1 200 [\s\S]*taken/);
});

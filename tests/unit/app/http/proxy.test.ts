import { readdirSync } from "node:fs";
import { type NextFetchEvent, NextRequest } from "next/server";
import { expect, test, vi } from "vitest";
import { isUploadAddress } from "@/app/_server/http/upload-address";
import { visitorCookieName } from "@/lib/http/visitor-cookie";
import { config, proxy } from "@/proxy";

const origin = "http://127.0.0.1:3000";

/** A form that is posted to the sign-in from this network. */
function post(network: string, cookie = "", path = "/ingresar"): Promise<Response> {
  const headers = { host: "127.0.0.1:3000", origin, cookie, "x-forwarded-for": network };
  return proxy(new NextRequest(`${origin}${path}`, { method: "POST", headers }), {} as NextFetchEvent);
}

test("in a burst of forms from one network those over the rate limit are told to wait a minute, and other networks are not", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  for (let place = 0; place <= 300; place++) void post("198.51.100.7");
  const [spanish, english] = await Promise.all([post("198.51.100.7"), post("198.51.100.7", "idioma=en")]);
  for (const late of [spanish, english]) {
    expect([late.status, late.headers.get("retry-after")]).toEqual([429, "60"]);
    expect(late.headers.get("content-type")).toBe("text/html; charset=utf-8");
  }
  expect(await spanish.text()).toContain("Espere un minuto");
  expect(await english.text()).toContain("Wait a minute");
  expect((await post("198.51.100.8")).status).toBe(200);
  vi.useRealTimers();
});

test("a page of strangers is counted however its address is written", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  for (let place = 0; place <= 300; place++) void post("198.51.100.9", "", "/ingresa%72");
  expect((await post("198.51.100.9", "", "/%69ngresar")).status).toBe(429);
  expect((await post("198.51.100.9", "", "/ingresa%72/%E0%A4%A")).status).not.toBe(500);
  vi.useRealTimers();
});

test("the proxy passes by exactly the addresses that take files", () => {
  const matched = new RegExp(`^${config.matcher}$`);
  const addresses = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("/route.ts"))
    .map((file) => `/${file.replace(/\(\w+\)\//g, "").replace(/\/?route\.ts$/, "")}`)
    .map((address) => address.replace(/\[\w+\]/g, "x1"));
  const uploads = addresses.filter(isUploadAddress);
  expect(uploads).toHaveLength(8);
  expect(addresses.filter((address) => !matched.test(address))).toEqual(uploads);
  for (const address of ["/enviar", "/admin/buscar/enviar", "/archivos/enviar/x", "/", "/consultar"])
    expect([matched.test(address), isUploadAddress(address)], address).toEqual([true, false]);
});

/** Pages where strangers are counted, by browser where it has a name. */
const STRANGERS = [
  ...["/ingresar", "/recuperar", "/registro", "/invitacion/x", "/verificar", "/V/X", "/c/x"],
  ...["/habeas-data", "/habeas-data/solicitar", "/habeas-data/estado"],
];

test.each(STRANGERS)(
  "a browser that begins at %s is counted apart from its network from then on",
  async (path) => {
    const read = (cookie: string) =>
      proxy(new NextRequest(`${origin}${path}`, { headers: { cookie } }), {} as NextFetchEvent);
    const named = (await read("")).headers.get("set-cookie") ?? "";
    expect(named).toContain(`${visitorCookieName()}=`);
    const [pair = ""] = named.split(";");
    expect((await read(pair)).headers.get("set-cookie")).toBeNull();
  },
);

test("a page where nobody is counted names no browser", async () => {
  for (const path of ["/", "/ayuda", "/habeas-datas"])
    expect(
      (await proxy(new NextRequest(`${origin}${path}`), {} as NextFetchEvent)).headers.get("set-cookie"),
    ).toBeNull();
});

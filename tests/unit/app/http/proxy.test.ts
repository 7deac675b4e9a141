import { type NextFetchEvent, NextRequest } from "next/server";
import { expect, test, vi } from "vitest";
import { proxy } from "@/proxy";

const origin = "http://127.0.0.1:3000";

/** A form that is posted to the sign-in from this network. */
function post(network: string, cookie = ""): Promise<Response> {
  const headers = { host: "127.0.0.1:3000", origin, cookie, "x-forwarded-for": network };
  return proxy(new NextRequest(`${origin}/ingresar`, { method: "POST", headers }), {} as NextFetchEvent);
}

test("in a burst of forms from one network those over the rate limit are told to wait a minute, and other networks are not", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
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

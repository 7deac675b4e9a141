import { expect, test } from "vitest";

process.env.AUTH_SECRET ??= "solo-para-las-pruebas-solo-para-las-pruebas";
process.env.DATABASE_URL ??= "postgres://nadie@127.0.0.1/ninguna";
const { deviceThatKnows, deviceWith } = await import("@/lib/crypto/known-device");

const ANA = "Ana@tienda.example";
const first = deviceWith(undefined, ANA);

test("a device knows the accounts that signed in on it, however the e-mail is written, and no other", () => {
  expect(deviceThatKnows(first, "ana@TIENDA.example ")).not.toBeNull();
  expect(deviceThatKnows(first, "beto@tienda.example")).toBeNull();
  const both = deviceWith(first, "beto@tienda.example");
  expect(deviceThatKnows(both, ANA)).toBe(deviceThatKnows(first, ANA));
  expect(deviceThatKnows(both, "beto@tienda.example")).toBe(deviceThatKnows(both, ANA));
});

test("two devices have two names", () => {
  expect(deviceThatKnows(deviceWith(undefined, ANA), ANA)).not.toBe(deviceThatKnows(first, ANA));
});

test("of many accounts the one used longest ago is forgotten, and the cookie stays small", () => {
  let cookie = first;
  for (let nth = 0; nth < 12; nth++) cookie = deviceWith(cookie, `caja${nth}@tienda.example`);
  expect(deviceThatKnows(cookie, ANA)).toBeNull();
  expect(deviceThatKnows(cookie, "caja0@tienda.example")).not.toBeNull();
  expect(cookie.length).toBeLessThan(400);
});

test.each([
  undefined,
  "",
  "..",
  "a.b.c",
  `${first}x`,
  first.slice(0, -1),
  first.replace(/^./, (letter) => (letter === "A" ? "B" : "A")),
  first.split(".").slice(0, 2).join("."),
  `${first}.${first}`,
])("a cookie that was not signed here knows nobody: %s", (cookie) => {
  expect(deviceThatKnows(cookie, ANA)).toBeNull();
  expect(deviceThatKnows(deviceWith(cookie, ANA), ANA)).not.toBeNull();
});

test("the cookie does not tell who signed in", () => {
  expect(first).not.toMatch(/ana|tienda/i);
});

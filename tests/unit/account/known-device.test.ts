import { expect, test } from "vitest";

process.env.AUTH_SECRET ??= "solo-para-las-pruebas-solo-para-las-pruebas";
process.env.DATABASE_URL ??= "postgres://nadie@127.0.0.1/ninguna";
const { deviceThatKnows, deviceWith } = await import("@/lib/crypto/known-device");

const ANA = "Ana@tienda.example";
const first = deviceWith(undefined, ANA);

test("a device cookie recognises the accounts that signed in on it, however the e-mail is spelled, and no other", () => {
  expect(deviceThatKnows(first, "ana@TIENDA.example ")).not.toBeNull();
  expect(deviceThatKnows(first, "beto@tienda.example")).toBeNull();
  const both = deviceWith(first, "beto@tienda.example");
  expect(deviceThatKnows(both, ANA)).toBe(deviceThatKnows(first, ANA));
  expect(deviceThatKnows(both, "beto@tienda.example")).toBe(deviceThatKnows(both, ANA));
});

test("two devices get two names", () => {
  expect(deviceThatKnows(deviceWith(undefined, ANA), ANA)).not.toBe(deviceThatKnows(first, ANA));
});

test("a device cookie drops the least recently used account, and stays small", () => {
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
])("a device cookie with an invalid signature recognises nobody: %s", (cookie) => {
  expect(deviceThatKnows(cookie, ANA)).toBeNull();
  expect(deviceThatKnows(deviceWith(cookie, ANA), ANA)).not.toBeNull();
});

test("the device cookie does not reveal who signed in", () => {
  expect(first).not.toMatch(/ana|tienda/i);
});

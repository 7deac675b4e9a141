import { expect, test } from "vitest";
import { namedSite, nameOfNumbers } from "@/lib/http/named-site";

test.each([
  ["https://proveedores.example", "proveedores.example", "https://proveedores.example"],
  // Whoever asks by another name is answered for the public one.
  ["https://proveedores.example", "localhost:3000", "https://proveedores.example"],
  ["https://proveedores.example", "malo.example", "https://proveedores.example"],
  ["http://127.0.0.1:3000", "localhost:3000", "http://localhost:3000"],
  ["http://127.0.0.1:3000", "127.0.0.1:3000", null],
  ["http://localhost:3000", "127.0.0.1:3000", null],
  [undefined, "localhost:3000", "http://localhost:3000"],
  [undefined, "[::1]:3000", null],
  ["https://203.0.113.7", "203.0.113.7", null],
  [undefined, null, null],
] as const)("with the public address %s passkeys of %s are bound to %s", (publicUrl, host, origin) => {
  expect(namedSite(publicUrl, host)?.origin ?? null).toBe(origin);
});

test.each([
  ["127.0.0.1:3441", "http://localhost:3441"],
  ["[::1]:3000", "http://localhost:3000"],
  ["localhost:3000", null],
  ["203.0.113.7", null],
  ["malo.example", null],
  [null, null],
] as const)("opened as %s the page has the name %s", (host, named) => {
  expect(nameOfNumbers(host)).toBe(named);
});

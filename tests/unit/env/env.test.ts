import { expect, test } from "vitest";
import { parseEnv } from "@/lib/env";

const good = { DATABASE_URL: "postgres://localhost/hanna", AUTH_SECRET: "x".repeat(32) };
const withUrl = (PUBLIC_URL: string) => () => parseEnv({ ...good, PUBLIC_URL });

test("a public address with which the code fits its QR starts", () => {
  expect(withUrl("https://proveedores.ejemplo.com.co")().PUBLIC_URL).toBe(
    "https://proveedores.ejemplo.com.co",
  );
  expect(withUrl("http://127.0.0.1:3000")).not.toThrow();
  expect(withUrl("")).not.toThrow();
});

test("one that is too long is told in one clear line, and nothing starts", () => {
  const message =
    "PUBLIC_URL: es muy larga para el código del papel: el dominio debe tener 30 letras o menos";
  expect(withUrl("https://proveedores.cajadecompensacion.com.co")).toThrow(new Error(message));
});

test("one that is no address is told once", () => {
  for (const wrong of ["no es una dirección", "ftp://ejemplo.com.co"])
    expect(withUrl(wrong)).toThrow(new Error("PUBLIC_URL: debe ser una dirección http(s)://…"));
});

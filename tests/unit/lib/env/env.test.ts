import { expect, test } from "vitest";
import { parseEnv, requireOwnKeys } from "@/lib/env";

const good = { DATABASE_URL: "postgres://localhost/hanna", AUTH_SECRET: "x".repeat(32) };
const withUrl = (PUBLIC_URL: string) => () => parseEnv({ ...good, PUBLIC_URL });

test("a public URL short enough for the QR code is accepted", () => {
  expect(withUrl("https://proveedores.ejemplo.com.co")().PUBLIC_URL).toBe(
    "https://proveedores.ejemplo.com.co",
  );
  expect(withUrl("http://127.0.0.1:3000")).not.toThrow();
  expect(withUrl("")).not.toThrow();
});

test("a public URL too long for the QR code stops the start with one line", () => {
  const message =
    "PUBLIC_URL: es muy larga para el código del papel: el dominio debe tener 30 letras o menos";
  expect(withUrl("https://proveedores.cajadecompensacion.com.co")).toThrow(new Error(message));
});

test("an invalid public URL is reported once", () => {
  for (const wrong of ["no es una dirección", "ftp://ejemplo.com.co"])
    expect(withUrl(wrong)).toThrow(new Error("PUBLIC_URL: debe ser una dirección http(s)://…"));
});

const key = (letter: string) => Buffer.alloc(32, letter).toString("base64");
const withKeys = (DATA_KEYS: string) => () => parseEnv({ ...good, DATA_KEYS });

test("data keys are parsed: numbers from 1 to 255, each once, of exactly 32 bytes; 0 opens what it sealed once", () => {
  for (const right of [
    `1:${key("a")}`,
    `255:${key("a")}`,
    `2:${key("b")},1:${key("a")}`,
    `2:${key("b")}, 1:${key("a")}`,
    `1:${key("b")},0:${key("a")}`,
  ])
    expect(withKeys(right), right).not.toThrow();
});

test.each([
  [`0:${key("a")}`, "los números de las claves van de 1 a 255"],
  [`0:${key("a")},1:${key("b")}`, "los números de las claves van de 1 a 255"],
  [`256:${key("a")}`, "los números de las claves van de 1 a 255"],
  [`300:${key("a")}`, "los números de las claves van de 1 a 255"],
  [`1:${key("a")},1:${key("b")}`, "un número de clave está repetido"],
  [`1:${key("a")},01:${key("b")}`, "un número de clave está repetido"],
  [`1:${key("a")},2:${key("a")}`, "una misma clave está con dos números"],
  [
    `1:${Buffer.alloc(31, "a").toString("base64")}`,
    "debe ser número:base64 de 32 bytes, separados por comas",
  ],
  [
    `1:${Buffer.alloc(33, "a").toString("base64")}`,
    "debe ser número:base64 de 32 bytes, separados por comas",
  ],
  [`1:${key("a")},`, "debe ser número:base64 de 32 bytes, separados por comas"],
  [`1:${key("a").slice(0, -1)}`, "debe ser número:base64 de 32 bytes, separados por comas"],
  [key("a"), "debe ser número:base64 de 32 bytes, separados por comas"],
])("%s is refused in one line that does not contain the key", (keys, message) => {
  expect(withKeys(keys)).toThrow(new Error(`DATA_KEYS: ${message}`));
});

test("a database URL with several hosts is accepted, and an invalid one reported", () => {
  const withDatabase = (DATABASE_URL: string) => () => parseEnv({ ...good, DATABASE_URL });
  for (const right of [
    "postgres://u:p@uno:5406,dos:5407/db?target_session_attrs=read-write",
    "postgresql://u:p%40q@[::1]:5432/db",
    "postgres://u@/db?host=/run/postgresql",
  ])
    expect(withDatabase(right), right).not.toThrow();
  for (const wrong of ["mysql://u@h/db", "postgres://u@h:0/db", "postgres://u@h/"])
    expect(withDatabase(wrong), wrong).toThrow(
      new Error("DATABASE_URL: debe ser una dirección postgres://…/base"),
    );
});

const own = { ...good, DATA_KEYS: `1:${key("d")}`, INDEX_KEY: key("i") };
const startWith = (keys: Record<string, string>) => () => requireOwnKeys(parseEnv({ ...own, ...keys }));

test("in production a key that is missing stops the start in one line, instead of being made of another one", () => {
  expect(startWith({})).not.toThrow();
  for (const [keys, names] of [
    [{ DATA_KEYS: "" }, "DATA_KEYS"],
    [{ INDEX_KEY: "" }, "INDEX_KEY"],
    [{ DATA_KEYS: "", INDEX_KEY: "" }, "DATA_KEYS y INDEX_KEY"],
  ] as const)
    expect(startWith(keys)).toThrow(
      new Error(`Falta ${names}: en producción ninguna llave se deriva de otra (docs/security/keys.md).`),
    );
});

test("two keys that are the same stop the start in one line that does not contain them", () => {
  const message = "Dos llaves son la misma: cada una se genera aparte (docs/security/keys.md).";
  for (const keys of [
    { INDEX_KEY: key("d") },
    { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key("i") },
    { AUTH_SECRET_PREVIOUS: good.AUTH_SECRET },
    { AUTH_SECRET: key("d") },
  ] as Record<string, string>[])
    expect(startWith(keys)).toThrow(new Error(message));
});

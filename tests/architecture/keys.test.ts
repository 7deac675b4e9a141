import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { productFiles } from "../support/files";
import { tableRows } from "../support/markdown-table";

const text = readFileSync("docs/security/keys.md", "utf8");
const rows = (heading: string) => tableRows(text, heading);
const named = (heading: string) =>
  rows(heading)
    .map(([first = ""]) => first.replaceAll("`", ""))
    .sort();
const product = productFiles(/^(?:app|components|domain|db|lib|model|scripts)\/.*\.tsx?$/);

/** Settings that are no secret: an address, a size, a switch. Any other one must stand among the keys. */
const noSecrets = [
  "AUDIT_EVENTS",
  "AUDIT_HEADS_FOLDER",
  "AUDIT_HEADS_MAIL",
  "AUDIT_STDOUT_FD",
  "AUDIT_SYSLOG_URL",
  "DATABASE_CONNECTIONS",
  "DATA_FOLDER",
  "DEMO",
  "HOST",
  "LOG_LEVEL",
  "MAIL_FROM",
  "NODE_ENV",
  "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
  "PORT",
  "PUBLIC_URL",
  "SECURITY_CONTACT",
  "STOP_WITH_PARENT",
  "TRUSTED_PROXIES",
  "WEB_CONCURRENCY",
];

test("every setting is a key of the list, or known to be no secret", () => {
  const settings = [
    ...readFileSync("lib/env.ts", "utf8").matchAll(/^ {2}([A-Z][A-Z_]+): (?:z|optional|databaseUrl)\b/gm),
  ].map(([, name = ""]) => name);
  expect(settings.length).toBeGreaterThan(15);
  expect(named("Settings")).toEqual(settings.filter((name) => !noSecrets.includes(name)).sort());
  expect(noSecrets.filter((name) => !settings.includes(name))).toEqual([]);
});

test("every purpose of a derived key is in the list, and no other", () => {
  const purposes = product.flatMap(({ text: code }) =>
    [...code.matchAll(/\b(?:derived|formerlyDerived|keyFor|paperKey)\("([^"]+)"/g)]
      .concat([...code.matchAll(/\bstandIn\("[A-Z_]+", "([^"]+)"/g)])
      .map(([, purpose = ""]) => purpose),
  );
  expect(named("Derived keys")).toEqual([...new Set(purposes)].sort());
});

test("a key is derived in lib/crypto/keys.ts alone", () => {
  const wrong = product
    .filter(({ path, text: code }) => path !== "lib/crypto/keys.ts" && /\bhkdf|scryptSync|pbkdf2/.test(code))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test("every table that holds a private key is in the list, and no other", () => {
  const tables = productFiles(/^db\/schema\/.*\.ts$/).flatMap(({ text: code }) =>
    code
      .split(/\bpgTable\(/)
      .slice(1)
      .flatMap((table) => (/private_sealed/.test(table) ? [/"(\w+)"/.exec(table)?.[1] ?? ""] : [])),
  );
  expect(named("Keys in the database")).toEqual(tables.sort());
});

test("each key says its use, its place, its rotation, and what follows when it leaks or is lost", () => {
  for (const heading of ["Settings", "Derived keys", "Keys in the database"])
    for (const row of rows(heading))
      expect(
        row.filter((cell) => cell.length < 4),
        row[0],
      ).toEqual([]);
});

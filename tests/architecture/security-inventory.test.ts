import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { counterLimits, linkLifetimes, sessionLimits } from "@/domain/account/session-limits";
import { LARGEST_UPLOAD_BYTES } from "@/domain/import/limits";
import { LARGEST_PHOTO_BYTES } from "@/domain/report/photo";
import { LARGEST_DOCUMENT_BYTES } from "@/domain/request/document";
import packageFile from "../../package.json" with { type: "json" };
import { productFiles } from "../support/files";
import { tableRows } from "../support/markdown-table";
import { missingFiles } from "../support/test-titles";

const text = readFileSync("docs/security/inventory.md", "utf8");
const section = (heading: string) => text.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
const inMarks = (of: string) => [...of.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
const code = productFiles(
  /^(?:app|components|domain|db|lib|model)\/.*\.tsx?$|^(?:instrumentation|proxy)\.ts$/,
);
const filesWith = (pattern: RegExp, among = /./) =>
  code
    .filter(({ path, text: source }) => among.test(path) && pattern.test(source))
    .map(({ path }) => path)
    .sort();

test("every file that the inventory names exists", () => {
  expect(missingFiles(text)).toEqual([]);
});

test("every schema that reads input is in the inventory, and no other", () => {
  const schemas = filesWith(/\bz\.(?:strictObject|object|looseObject)\(/, /^(?!lib\/env\.ts)/);
  expect(
    inMarks(section("Rules of input"))
      .filter((name) => schemas.includes(name) || /schema/.test(name))
      .sort(),
  ).toEqual(schemas);
});

test("every rule across fields is in a file of the inventory, and no other", () => {
  expect(inMarks(section("Rules across fields")).sort()).toEqual(
    filesWith(
      /\.superRefine\(|\.check\(|addIssue|\.refine\(/,
      /^(?:domain|app|model|lib)\/(?!env\.ts).*\.ts$/,
    ),
  );
});

test("every limit of who asks often is in a file of the inventory", () => {
  const files = inMarks(
    tableRows(text, "Limits")
      .map((row) => row[2])
      .join(" "),
  );
  expect([...new Set(files)].sort()).toEqual(
    filesWith(/(?:limit|at|seconds): \d|: Budget\b|limit: [0-9]/, /^(?:domain|model)\//),
  );
});

test("the browsers of the inventory are those that Next builds for, and no other list is set", () => {
  expect(section("Browsers")).toMatch(/Chrome and Edge 111, Firefox 111, Safari 16\.4/);
  expect(Object.keys(packageFile)).not.toContain("browserslist");
  expect(readdirSync(".").filter((name) => /browserslist/.test(name))).toEqual([]);
});

test("every limit of a file is the one of the code", () => {
  expect(tableRows(text, "Files").map(([, , largest]) => largest)).toEqual(
    [LARGEST_DOCUMENT_BYTES, LARGEST_PHOTO_BYTES, LARGEST_UPLOAD_BYTES].map((bytes) => `${bytes} bytes`),
  );
});

test("every way in is in the inventory: who calls what opens a session", () => {
  const ways = inMarks(
    tableRows(text, "Ways in")
      .map(([way]) => way)
      .join(" "),
  );
  expect(ways.sort()).toEqual(
    filesWith(/\bopenSession(?:For)?\(|"open_pin_session"/, /^(?:app|domain)\/.*\.ts$/),
  );
});

test("a password field is hidden until it is asked to show, named for managers, and takes what is pasted", () => {
  const field = readFileSync("components/form/password-field.tsx", "utf8");
  expect(field).toMatch(/type=\{shown \? "text" : "password"\}/);
  expect(field).toMatch(/useState\(false\);\s*useEffect/);
  expect(field).toMatch(/autoComplete=\{autoComplete\}/);
  expect(field).toMatch(/"current-password" \| "new-password"/);
  expect(filesWith(/type="password"/)).toEqual([]);
  expect(filesWith(/onPaste=/, /password|cuenta|ingresar/)).toEqual([]);
});

test("the lifetimes of sessions and links are those of the code, each with its reason", () => {
  const written = Object.fromEntries(tableRows(text, "Sessions").map(([who = "", ...rest]) => [who, rest]));
  const { deviceSeconds, idleSeconds, absoluteSeconds } = counterLimits;
  const atCounter = { "paired device, alone": deviceSeconds, "person named by a PIN": absoluteSeconds };
  expect(Object.keys(written)).toEqual([...Object.keys(sessionLimits), ...Object.keys(atCounter)]);
  for (const [who, seconds] of Object.entries(atCounter)) expect(written[who]?.[1]).toBe(`${seconds} s`);
  expect(written["person named by a PIN"]?.[0]).toBe(`${idleSeconds} s`);
  for (const [who, { idleSeconds, absoluteSeconds, most }] of Object.entries(sessionLimits)) {
    expect(written[who]?.slice(0, 3), who).toEqual([`${idleSeconds} s`, `${absoluteSeconds} s`, `${most}`]);
    expect(written[who]?.[3]?.length, who).toBeGreaterThan(40);
  }
  expect([linkLifetimes.password, linkLifetimes.invite, linkLifetimes.confirm]).toEqual([
    3_600, 3_600, 3_600,
  ]);
});

test("access to objects is written down with the test that holds it", () => {
  const rows = tableRows(text, "Access");
  expect(rows.length).toBeGreaterThanOrEqual(5);
  expect(rows.filter(([, , held = ""]) => !/^`tests\/.*\.test\.ts`$/.test(held))).toEqual([]);
});

test("fields of an answer are written down by who sees them, with the test that holds it", () => {
  const rows = tableRows(text, "Fields");
  expect(rows.length).toBeGreaterThanOrEqual(5);
  expect(rows.filter(([, , , held = ""]) => !/^`tests\/.*\.test\.ts`$/.test(held))).toEqual([]);
});

test("every algorithm of the code is in the inventory", () => {
  const written = tableRows(text, "Cryptography")
    .map((row) => row[1])
    .join(" ");
  const named = code.flatMap(({ text: source }) =>
    [
      ...source.matchAll(
        /create(?:Hash|Hmac|Cipheriv)\(\s*"([^"]+)"|hkdfSync\("([^"]+)"|generateKeyPairSync\("([^"]+)"/g,
      ),
    ].map(([, one, two, three]) => one ?? two ?? three ?? ""),
  );
  expect(new Set(named).size).toBeGreaterThanOrEqual(3);
  expect([...new Set(named), "argon2id"].filter((name) => !written.includes(name))).toEqual([]);
});

test("other origins read the two lists of public keys and nothing else", () => {
  expect(filesWith(/access-control-allow/i)).toEqual([
    "app/.well-known/order-keys.json/route.ts",
    "app/.well-known/receipt-keys.json/route.ts",
  ]);
});

test("every connection of the server has its times in the inventory, as in the code", () => {
  const written = section("Connections");
  const times = (file: string) =>
    [
      ...readFileSync(file, "utf8").matchAll(
        /(?:STATEMENT_MS|QUERY_MS|SMTP_TIMEOUT_MS) = ([\d_]+)|(?:lock_timeout|idle_in_transaction_session_timeout): ([\d_]+)/g,
      ),
    ].map(([, one, two]) => `${(one ?? two ?? "").replaceAll("_", "")} ms`);
  const all = [...times("db/connection.ts"), ...times("domain/notify/mail-channel.ts")];
  expect(all).toHaveLength(5);
  expect(all.filter((time) => !written.includes(time))).toEqual([]);
  for (const setting of ["DATABASE_URL", "SMTP_URL"]) expect(written).toContain(`\`${setting}\``);
});

test("what is served as a file is a list, and nothing of the source is in it", () => {
  const files = readdirSync("public", { recursive: true, encoding: "utf8" });
  expect(
    files.filter((name) => !/^(?:manual(?:\/\w+\.webp)?|icon-[\w-]+\.png|papel-\d+\.css|sw\.js)$/.test(name)),
  ).toEqual([]);
});

test("what the public watching says is one word", () => {
  expect(readdirSync("app/api").sort()).toEqual(["health", "ready"]);
  for (const name of ["health", "ready"]) {
    const route = readFileSync(`app/api/${name}/route.ts`, "utf8");
    expect(route).toContain('"content-type": "text/plain; charset=utf-8"');
    expect(route).not.toMatch(/version|process\.|Error|message/);
  }
});

test("what costs much is written down, with the place of its figures", () => {
  expect(section("What costs much")).toMatch(/passwords[\s\S]*imports[\s\S]*exports[\s\S]*performance\.md/);
});

test("risky packages are written down: every package of the product with why it is watched, or that it is not", () => {
  const named = inMarks(
    tableRows(text, "Risky packages")
      .map(([names]) => names)
      .join(" "),
  );
  expect(named.sort()).toEqual(Object.keys(packageFile.dependencies).sort());
});

test("dangerous functions are written down with what guards them", () => {
  const named = inMarks(
    tableRows(text, "Dangerous functions")
      .map(([, where]) => where)
      .join(" "),
  );
  expect(named.filter((name) => name.endsWith(".ts")).sort()).toEqual(
    filesWith(/\.unsafe\(|\bspawn\(/).filter((path) => path !== "domain/import/worker-watch.ts"),
  );
});

test("every log is in the inventory: the audit table and each technical event by name", () => {
  const events = code.flatMap(({ text: source }) =>
    [...source.matchAll(/(?:reportError\(|logError\(|\bevent: )"([a-z_.]+)"/g)].map(([, name = ""]) => name),
  );
  const written = inMarks(section("Logs"));
  expect([...new Set(events)].filter((name) => !written.includes(name))).toEqual([]);
  expect(written.filter((name) => /\./.test(name) && !name.includes("/") && !events.includes(name))).toEqual(
    [],
  );
});

test("the times in which holes are mended are promised", () => {
  const promised = readFileSync("SECURITY.md", "utf8");
  expect(tableRows(promised, "What is mended, and when").map(([, time]) => time)).toEqual([
    "48 hours",
    "7 days",
    "30 days, with the next release",
  ]);
});

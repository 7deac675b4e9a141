import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { serverEnvironment } from "@/scripts/server";

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

test("the server takes no setting from a .env file, which nobody checked at its start", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-env-"));
  writeFileSync(path.join(folder, ".env"), "SMTP_URL=smtp://servidor.example\n");
  const next = createRequire(createRequire(import.meta.url).resolve("next/package.json"));
  const program = `require(${JSON.stringify(next.resolve("@next/env"))}).loadEnvConfig(${JSON.stringify(folder)}, false);
    process.stdout.write(process.env.SMTP_URL ?? "none");`;
  const read = (env: NodeJS.ProcessEnv) =>
    execFileSync(process.execPath, ["-e", program], { encoding: "utf8", env });
  try {
    expect(read(process.env)).toBe("smtp://servidor.example");
    expect(read(serverEnvironment({}))).toBe("none");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("the demonstration sends no e-mail and asks no other database, whatever the shell is set to", () => {
  Object.assign(process.env, {
    SMTP_URL: "smtp://servidor.example",
    DATABASE_URL_DOOR: "postgres://me@127.0.0.1/otherapp",
  });
  const DATABASE_URL = "postgres://localhost/hanna";
  const demonstration = serverEnvironment({ DEMO: "1", DATABASE_URL });
  expect(demonstration).toMatchObject({ SMTP_URL: "", DATABASE_URL_DOOR: "", DATABASE_URL });
  // A test of e-mails gives the server of its own.
  expect(serverEnvironment({ DEMO: "1", SMTP_URL: "smtp://127.0.0.1:1" }).SMTP_URL).toBe(
    "smtp://127.0.0.1:1",
  );
  expect(serverEnvironment({ DATABASE_URL }).SMTP_URL).toBe("smtp://servidor.example");
});

import { afterEach, expect, test } from "vitest";

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

test("the tests touch no database of DATABASE_URL and take no other setting of the shell", async () => {
  // Another program's settings, as direnv exports them: on this machine, so that the host says nothing.
  Object.assign(process.env, {
    DATABASE_URL: "postgres://me@127.0.0.1:1/otherapp",
    DATABASE_URL_PROVIDER: "postgres://me@127.0.0.1:1/otherapp",
    SMTP_URL: "smtp://127.0.0.1:1",
    NODE_ENV: "production",
    AUTH_SECRET: "another-program-another-program-another",
    TEST_DATABASE_URL: "postgres://me@db.example.com/otherapp",
  });
  // Settings are taken away when the module is loaded.
  const { default: setup } = await import("@/tests/support/own-database");
  await expect(setup()).rejects.toThrow("tests never touch a remote database");
  expect(process.env).not.toHaveProperty("DATABASE_URL");
  expect(process.env).not.toHaveProperty("DATABASE_URL_PROVIDER");
  expect(process.env).not.toHaveProperty("SMTP_URL");
  expect(process.env.AUTH_SECRET).not.toBe("another-program-another-program-another");
  // In production no key is derived of another, and these tests have one secret alone.
  expect(process.env.NODE_ENV).toBe("test");
});

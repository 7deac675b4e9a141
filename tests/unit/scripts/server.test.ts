import { expect, test } from "vitest";
import { fitsQr } from "@/lib/encoding/qr-origin";
import { parseEnv } from "@/lib/env";
import { webAddress } from "@/scripts/server";

test.each([
  ["127.0.0.1", "http://127.0.0.1:3000"],
  ["localhost", "http://localhost:3000"],
  ["::1", "http://[::1]:3000"],
  ["0.0.0.0", "http://127.0.0.1:3000"],
  ["::", "http://[::1]:3000"],
])("a server that listens on %s is reached at %s", (host, address) => {
  expect(webAddress({ host, port: 3000 })).toBe(address);
  expect(URL.canParse(webAddress({ host, port: 3000 }))).toBe(true);
});

test("PUBLIC_URL accepts every address of a local server that fits the printed code", () => {
  const settings = { DATABASE_URL: "postgres://localhost/hanna", AUTH_SECRET: "x".repeat(32) };
  for (const host of ["127.0.0.1", "0.0.0.0", "::", "localhost"]) {
    const PUBLIC_URL = webAddress({ host, port: 3000 });
    if (fitsQr(PUBLIC_URL)) expect(parseEnv({ ...settings, PUBLIC_URL }), host).toMatchObject({ PUBLIC_URL });
  }
  expect(fitsQr(webAddress({ host: "::", port: 3000 }))).toBe(false);
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const nginx = readFileSync("docs/operations/nginx.conf", "utf8");
const unit = readFileSync("docs/operations/hanna.service", "utf8");
const [, clear = "", encrypted = ""] = nginx.split(/^server \{$/m);
const example = readFileSync(".env.example", "utf8");

test("port 80 serves nothing: pages are led to https, and what programs ask is refused", () => {
  expect(clear).toMatch(/listen 80;/);
  expect(clear).not.toMatch(/proxy_pass/);
  expect(clear).toMatch(/location \/api\/ \{\s*return 403;/);
  expect(clear).toMatch(/return 308 https:\/\/\$host\$request_uri;/);
});

test("TLS is 1.2 or 1.3 with forward secrecy and authenticated encryption", () => {
  expect(/ssl_protocols ([^;]+);/.exec(encrypted)?.[1]).toBe("TLSv1.2 TLSv1.3");
  const suites = /ssl_ciphers ([^;]+);/.exec(encrypted)?.[1]?.split(":") ?? [];
  expect(suites.length).toBeGreaterThan(3);
  expect(suites.filter((suite) => !/^ECDHE-.*(?:GCM-SHA\d+|CHACHA20-POLY1305)$/.test(suite))).toEqual([]);
});

test("what only a proxy may say is written anew: address, host, protocol, and the headers that Next reads", () => {
  for (const header of [
    /X-Forwarded-For \$remote_addr;/,
    /X-Forwarded-Host "";/,
    /X-Forwarded-Proto https;/,
    /Content-Security-Policy "";/,
    /X-Middleware-Subrequest "";/,
    /Next-Resume "";/,
    /Upgrade "";/,
  ])
    expect(encrypted).toMatch(new RegExp(`proxy_set_header ${header.source}`));
});

test("neither nginx nor Next tells its version, and folders are not listed", () => {
  expect(encrypted).toMatch(/server_tokens off;/);
  expect(nginx).not.toMatch(/autoindex on|alias |^\s*root /m);
  expect(readFileSync("next.config.ts", "utf8")).toMatch(/poweredByHeader: false/);
});

test("the server runs as a login of its own, in production, without further rights and without writing to the system", () => {
  for (const line of [
    "User=hanna",
    "Environment=NODE_ENV=production",
    "NoNewPrivileges=yes",
    "ProtectSystem=strict",
    "ProtectHome=yes",
    "PrivateTmp=yes",
    "Restart=always",
  ])
    expect(unit.split("\n")).toContain(line);
  expect(unit).toMatch(/EnvironmentFile=\/etc\/hanna\/hanna\.env/);
  expect(unit).not.toMatch(/AUTH_SECRET|DATA_KEYS|DATABASE_URL/);
});

test("the server starts once the clock is that of a time server, because it deletes by days", () => {
  expect(unit).toMatch(/^After=.*\btime-sync\.target$/m);
  expect(unit).toMatch(/^Wants=.*\btime-sync\.target$/m);
});

test("the example of settings holds no secret, and demonstration data stay off", () => {
  for (const name of ["AUTH_SECRET", "DATA_KEYS", "INDEX_KEY", "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY"])
    expect(example).toMatch(new RegExp(`^${name}=$`, "m"));
  expect(example).not.toMatch(/^DEMO=/m);
});

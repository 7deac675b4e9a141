import { expect, test } from "vitest";
import { parseEnv } from "@/lib/env";
import { securityText } from "@/lib/http/security-text";

const now = new Date("2026-11-29T15:04:05Z");
const fieldsOf = (text: string) =>
  Object.fromEntries(
    text
      .trimEnd()
      .split("\n")
      .map((line) => line.split(/: (.*)/).slice(0, 2)),
  );

test("security.txt has the fields of RFC 9116 once each, and expires within a year of any day it is read", () => {
  const text = securityText({ contact: "mailto:seguridad@caja.co", origin: "https://portal.co/", now });
  expect(fieldsOf(text)).toEqual({
    Contact: "mailto:seguridad@caja.co",
    Expires: "2027-05-28T00:00:00Z",
    "Preferred-Languages": "es, en",
    Canonical: "https://portal.co/.well-known/security.txt",
  });
  expect(text.split("\n")).toHaveLength(5);
});

test("an e-mail of the profile becomes a mailto, and without https there is no canonical address", () => {
  const text = securityText({ contact: "atencion@caja.co", origin: "http://127.0.0.1:3000/", now });
  expect(fieldsOf(text)).toMatchObject({ Contact: "mailto:atencion@caja.co" });
  expect(text).not.toContain("Canonical");
});

test("the contact of the settings is an e-mail address or a page with https, never something else", () => {
  const good = { DATABASE_URL: "postgres://localhost/hanna", AUTH_SECRET: "x".repeat(32) };
  const withContact = (SECURITY_CONTACT: string) => () => parseEnv({ ...good, SECURITY_CONTACT });
  for (const right of ["mailto:seguridad@caja.co", "https://caja.co/seguridad", ""])
    expect(withContact(right), right).not.toThrow();
  for (const wrong of ["seguridad@caja.co", "http://caja.co", "javascript:alert(1)", "mailto:a\nExpires: x"])
    expect(withContact(wrong), wrong).toThrow("SECURITY_CONTACT: debe ser mailto:… o https://…");
});

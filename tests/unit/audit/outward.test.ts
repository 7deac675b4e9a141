import { expect, test } from "vitest";
import { shortDigestOf } from "@/domain/audit/chain";
import { outward } from "@/domain/audit/outward";

const event = {
  seq: 7,
  at: "2026-11-29T15:00:00.123456Z",
  action: "use.objected",
  actor: "0b7f0a52-9d6e-4a4e-8a53-5f7f5b5b1c11",
  provider: null,
  subject_kind: "use",
  subject: "3c6b9ad8-2a51-4d7f-9c62-0c6a2f9a6a55",
  channel: "web",
  ip: "190.85.1.1",
  detail: { reason: "Doña Ana Pérez, cédula 1.234.567, no firmó" },
};

test("an event leaves with ids and its digest, without address and detail", () => {
  const line = JSON.stringify(event);
  const { text } = outward({ seq: 7, line });
  expect(JSON.parse(text)).toEqual({
    event: "audit",
    seq: 7,
    at: event.at,
    action: "use.objected",
    actor: event.actor,
    provider: null,
    subject: `use ${event.subject}`,
    channel: "web",
    digest: shortDigestOf(line),
  });
  expect(text).not.toMatch(/190\.85|Ana|1\.234|\n/);
});

test("a subject that is no code stays inside", () => {
  for (const subject of ["ana@correo.example", "Ana Pérez", "a".repeat(65), "x\ny", ""])
    expect(JSON.parse(outward({ seq: 7, line: JSON.stringify({ ...event, subject }) }).text).subject).toBe(
      "use -",
    );
  for (const subject of ["SOL-2026-000001", "list", "1", "retention.sessions"])
    expect(JSON.parse(outward({ seq: 7, line: JSON.stringify({ ...event, subject }) }).text).subject).toBe(
      `use ${subject}`,
    );
});

test("an event leaves beside its number, moment and action, and one that lacks a part does not leave", () => {
  const line = JSON.stringify(event);
  expect(outward({ seq: 8, line })).toMatchObject({ seq: 8, at: event.at, action: "use.objected" });
  expect(() => outward({ seq: 8, line: JSON.stringify({ ...event, channel: undefined }) })).toThrow();
  expect(
    JSON.parse(outward({ seq: 8, line: JSON.stringify({ ...event, subject: "a".repeat(64) }) }).text).subject,
  ).toBe(`use ${"a".repeat(64)}`);
});

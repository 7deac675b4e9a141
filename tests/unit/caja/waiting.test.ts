import { expect, test } from "vitest";
import { workingDaysTaken } from "@/domain/caja/month";
import { type WaitingKind, waitingKindsOf } from "@/domain/caja/waiting";
import type { CajaActor, CajaRole } from "@/model/access";

const somebody = (role: CajaRole): CajaActor => ({
  ...{ kind: "caja", role, personId: "p", sessionId: "s", name: "Ana", email: "ana@prueba.example" },
});

test.each<[CajaRole, WaitingKind[]]>([
  [
    "administrator",
    [
      "request",
      "renewal",
      "correction",
      "report",
      "undo",
      "draft",
      "change",
      "payment",
      "reversal",
      "bank_account",
      "import",
      "agreement_import",
      "incident",
      "rights",
      "mail",
    ],
  ],
  ["reviewer", ["request", "renewal", "correction", "agreement_import"]],
  ["officer", ["report", "undo", "draft", "change", "import", "incident", "rights"]],
  ["treasurer", ["payment", "reversal", "bank_account"]],
  // Who decides nothing sees what waits for the others, as far as it may be read.
  ["support", ["request", "renewal", "correction", "rights"]],
  [
    "auditor",
    [
      "request",
      "renewal",
      "correction",
      "report",
      "undo",
      "payment",
      "reversal",
      "import",
      "agreement_import",
      "incident",
      "rights",
    ],
  ],
])("%s is shown what is theirs to do", (role, kinds) => {
  expect(waitingKindsOf(somebody(role))).toEqual(kinds);
});

test.each([
  ["2026-11-27T13:00:00Z", "2026-11-27T22:00:00Z", 0],
  // Late on Friday in Bogotá is Saturday in UTC.
  ["2026-11-28T04:00:00Z", "2026-11-30T13:00:00Z", 1],
  ["2026-11-27T13:00:00Z", "2026-11-29T13:00:00Z", 0],
  // The eighth of December is a holiday.
  ["2026-12-04T13:00:00Z", "2026-12-10T13:00:00Z", 3],
  ["2026-01-01T13:00:00Z", "2026-12-01T13:00:00Z", 5],
])("from %s to %s a decision took %i working days, five or more together", (sent, decided, days) => {
  expect(workingDaysTaken(new Date(sent), new Date(decided))).toBe(days);
});

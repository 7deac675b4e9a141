import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { staying, whatStays } from "@/domain/rights/what-stays";
import { en } from "@/messages/en";
import { esCO } from "@/messages/es-CO";
import { addMonths } from "@/model/calendar";
import {
  asksForAnother,
  rightsAskers,
  rightsDueDay,
  rightsDueWhole,
  rightsExtendedDay,
  rightsKinds,
  rightsMissingUntil,
  termsOf,
} from "@/model/rights";
import { tableRows } from "@/tests/support/markdown-table";

test("a question is answered in ten working days, a claim in fifteen; the eighth of December is none", () => {
  const days = rightsKinds.map((kind) => [kind, rightsDueDay(kind, "2026-11-27")]);
  expect(Object.fromEntries(days)).toEqual({
    consult: "2026-12-14",
    correct: "2026-12-21",
    erase: "2026-12-21",
    revoke: "2026-12-21",
  });
});

test("an extension counts from the first due day: five working days of a question, eight of a claim", () => {
  expect(rightsExtendedDay("consult", "2026-12-14")).toBe("2026-12-21");
  // Over Christmas and New Year.
  expect(rightsExtendedDay("erase", "2026-12-21")).toBe("2027-01-04");
});

test("once what was missing came, a claim's days are counted from then, and a question keeps its day", () => {
  expect(rightsKinds.map((kind) => rightsDueWhole(kind, "2026-12-01", "2026-11-27"))).toEqual([
    "2026-12-01",
    ...Array(3).fill("2026-12-21"),
  ]);
});

test("what is missing may come for two months, to the last day of a shorter one", () => {
  expect(rightsMissingUntil("2026-11-15")).toBe("2027-01-15");
  expect(rightsMissingUntil("2026-12-31")).toBe("2027-02-28");
  expect([addMonths("2028-01-31", 1), addMonths("2026-10-30", 2)]).toEqual(["2028-02-29", "2026-12-30"]);
});

test("only an heir and a representative ask for somebody else", () => {
  expect(rightsAskers.filter(asksForAnother)).toEqual(["heir", "representative"]);
});

test("the terms of each kind are those that its days are counted by", () => {
  expect(rightsKinds.map(termsOf)).toEqual([{ days: 10, more: 5 }, ...Array(3).fill({ days: 15, more: 8 })]);
});

/** What cannot be found by whose it is, and is forgotten by its own short period. */
const outOfReach = [
  "budget_counter.key",
  "import_chunk.content",
  "import_fault.said_sealed",
  "mail.content",
  "mail_link.address_key",
  "miss_alert.key",
  "registration.answers",
  "registration.consent_ip",
  "registration.consent_user_agent",
];

const inMarks = (of: string) => [...of.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);

test("what is forgotten or kept names every column of a person in the table of data, each once", () => {
  const personal = tableRows(readFileSync("docs/security/data.md", "utf8"), "Data").flatMap(
    ([table = "", columns = "", kind = ""]) =>
      kind === "person" || kind === "affiliate"
        ? inMarks(columns).map((column) => `${inMarks(table)[0]}.${column}`)
        : [],
  );
  const named: string[] = [...Object.values(whatStays).flatMap(({ columns }) => [...columns]), ...outOfReach];
  expect(named.sort()).toEqual(personal.sort());
});

test("each kind of datum says in both languages until when and why it is kept", () => {
  for (const { rights } of [esCO, en]) expect(Object.keys(rights.stays)).toEqual(staying);
});

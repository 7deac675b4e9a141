import { expect, test } from "vitest";
import { CloseIncidentInput, IncidentInput, ReportIncidentInput } from "@/domain/incident/schema";
import { addDays, bogotaDay } from "@/model/calendar";
import { incidentDueDay } from "@/model/incident";

const uuid = "018f0000-0000-4000-8000-000000000001";
const whole = {
  ...{ key: uuid, version: "0", kind: "access" },
  ...{ detectedOn: "2026-11-26", knownOn: "2026-11-27", data: ["identity"] },
  ...{ happened: "Alguien entró", measures: "Se cambió la llave" },
};
const faults = (typed: Record<string, unknown>) =>
  (IncidentInput.safeParse({ ...whole, ...typed }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join(".")} ${message}`,
  );
const today = bogotaDay(new Date());

test.each<[what: string, typed: Record<string, unknown>, faults: string[]]>([
  ["all on one day", { knownOn: "2026-11-26", happenedOn: "2026-11-26" }, []],
  ["today", { detectedOn: today, knownOn: today }, []],
  ["a day to come", { knownOn: addDays(today, 2) }, ["knownOn dayAhead"]],
  ["a day to come on which it happened", { happenedOn: addDays(today, 2) }, ["happenedOn dayAhead"]],
  ["known the day before", { knownOn: "2026-11-25" }, ["knownOn knownEarly"]],
  ["happened the day after", { happenedOn: "2026-11-27" }, ["happenedOn happenedLate"]],
  ["no day of its happening", { happenedOn: " " }, []],
  ["no kind of data", { data: undefined }, ["data dataMissing"]],
  ["another kind of data", { data: "x" }, ["data.0 dataMissing"]],
  ["as many people as a country has", { people: "60.000.000" }, []],
  ["one more", { people: "60.000.001" }, ["people peopleShape"]],
  ["less than nobody", { people: " −5" }, ["people peopleShape"]],
  ["a word for people", { people: "x 5" }, ["people peopleShape"]],
])("an incident with %s", (_, typed, told) => {
  expect(faults(typed)).toEqual(told);
});

test("texts keep their lines and lose what surrounds them; people are counted as they are typed", () => {
  const typed = {
    happened: " uno\r\ndos\rtre\u0301s ",
    people: " 1-2 ",
    data: "money",
    happenedOn: "1/11/2026",
  };
  expect(IncidentInput.parse({ ...whole, ...typed })).toMatchObject({
    happened: "uno\ndos\ntrés",
    people: 12,
    data: ["money"],
    happenedOn: "2026-11-01",
    cause: "",
  });
  expect(IncidentInput.parse({ ...whole, people: " " }).people).toBeNull();
});

test("a step names its incident; a report has its day and the number that the authority gave", () => {
  const step = { incident: uuid, number: "INC-000001", version: "1" };
  expect(CloseIncidentInput.parse(step)).toEqual({ ...step, version: 1 });
  for (const number of ["INC-00001", "xINC-000001", "INC-000001x"])
    expect(CloseIncidentInput.safeParse({ ...step, number }).success, number).toBe(false);
  const report = { ...step, reportedOn: "2026-11-27", sicNumber: "  26 \n 1234-e\u0301 " };
  expect(ReportIncidentInput.parse(report)).toMatchObject({ sicNumber: "26 1234-é", version: 1 });
  const told = ReportIncidentInput.safeParse({ ...report, sicNumber: " " }).error?.issues[0]?.message;
  expect(told).toBe("sicNumberMissing");
});

test("an incident is not reported before the day on which it was detected, as the page showed it", () => {
  const step = { incident: uuid, number: "INC-000001", version: "1", sicNumber: "26-456" };
  const told = (typed: Record<string, unknown>) =>
    ReportIncidentInput.safeParse({ ...step, ...typed }).error?.issues.map(
      ({ path, message }) => `${path.join(".")} ${message}`,
    ) ?? [];
  expect(told({ reportedOn: "27/11/2025", detectedOn: "2026-11-26" })).toEqual(["reportedOn reportedEarly"]);
  expect(told({ reportedOn: "2026-11-26", detectedOn: "2026-11-26" })).toEqual([]);
  // A page of before does not say it; the database looks again.
  expect(told({ reportedOn: "2025-11-27" })).toEqual([]);
});

test("the term to report begins on the later of the two days, and has fifteen working days", () => {
  // The eighth of December is a holiday.
  expect(incidentDueDay("2026-11-26", "2026-11-27")).toBe("2026-12-21");
  expect(incidentDueDay("2026-11-27", "2026-11-26")).toBe("2026-12-21");
});

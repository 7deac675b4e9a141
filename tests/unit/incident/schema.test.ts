import { expect, test } from "vitest";
import { earlyCheck } from "@/components/form/early-check";
import { IncidentInput } from "@/domain/incident/schema";

const whole = {
  ...{ key: "018f0000-0000-4000-8000-000000000001", version: "0", kind: "access" },
  ...{ detectedOn: "26/11/2026", knownOn: "2026-11-27", data: "identity", people: "" },
  ...{ happened: "Alguien entró", measures: "Se cambió la llave" },
};
const faults = (changes: Record<string, unknown>) =>
  IncidentInput.safeParse({ ...whole, ...changes }).error?.issues.map(({ path, message }) => [
    path[0],
    message,
  ]);

test("what is not known yet may be left out, and one ticked kind is a list", () => {
  expect(IncidentInput.parse(whole)).toMatchObject({
    ...{
      detectedOn: "2026-11-26",
      happenedOn: null,
      data: ["identity"],
      people: null,
      cause: "",
      notice: "",
    },
  });
  expect(IncidentInput.parse({ ...whole, people: "1.200" }).people).toBe(1_200);
});

test.each([
  ["detectedOn", "ayer", "dayShape"],
  ["detectedOn", "2199-01-01", "dayAhead"],
  ["happenedOn", "ayer", "dayShape"],
  ["knownOn", "2026-11-25", "knownEarly"],
  ["happenedOn", "2026-11-27", "happenedLate"],
  ["data", undefined, "dataMissing"],
  ["data", ["nothing"], "dataMissing"],
  ["people", "muchas", "peopleShape"],
  ["people", "99999999", "peopleShape"],
  ["happened", " ", "happenedMissing"],
  ["measures", "", "measuresMissing"],
  ["kind", "", "incidentKindMissing"],
])("%s with %j is refused: %s", (field, value, fault) => {
  expect(faults({ [field]: value })).toContainEqual([field, fault]);
});

test("the browser says the same of a form without a kind of data and with a day that is none", async () => {
  const form = new FormData();
  for (const [name, value] of Object.entries(whole)) if (name !== "data") form.set(name, value);
  form.set("happenedOn", "ayer");
  expect(await earlyCheck(IncidentInput)(form)).toEqual({ data: "dataMissing", happenedOn: "dayShape" });
});

import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { listWaiting } from "@/domain/caja/waiting";
import {
  closeIncident,
  listIncidents,
  reportIncident,
  saveIncident,
  viewIncident,
} from "@/domain/incident/incidents";
import { IncidentInput } from "@/domain/incident/schema";
import { authorize } from "@/model/access";
import { incidentDueDay } from "@/model/incident";
import { browser, owner } from "@/tests/support/factories/account";
import { loggedEvents } from "@/tests/support/logged-events";
import { grantOf, makeOfficial } from "@/tests/support/officials";

afterAll(() => owner.end());

const client = browser();
const secret = `Perdió el portátil ${randomUUID()}`;
const typed = (changes: Record<string, unknown> = {}) =>
  IncidentInput.parse({
    ...{ key: randomUUID(), version: "0", kind: "loss", detectedOn: "2026-11-26", knownOn: "2026-11-27" },
    ...{ data: ["identity", "orders"], people: "1.200", happened: secret, measures: "Se cambió la llave" },
    ...changes,
  });
const stepOf = async (key: string) => {
  const [row] = await owner<
    { version: number; serial: string }[]
  >`select version, serial from incident where id = ${key}`;
  const number = `INC-${String(row?.serial).padStart(6, "0")}`;
  return { incident: key, number, version: row?.version ?? 0 };
};

test("the term is fifteen working days from the later of the two days", () => {
  expect(incidentDueDay("2026-11-26", "2026-11-27")).toBe("2026-12-21");
  expect(incidentDueDay("2026-11-27", "2026-11-26")).toBe("2026-12-21");
});

test("an incident is recorded once however often it is sent, sealed, and waits with its legal day until it is reported", async () => {
  const official = await makeOfficial("officer");
  const grant = authorize(official, "incident.manage");
  const input = typed();
  const numbers = await Promise.all([1, 2].map(() => saveIncident(grant, input, client)));
  expect(new Set(numbers).size).toBe(1);
  const [number = ""] = numbers;
  expect((await loggedEvents(number)).map(([action]) => action)).toEqual(["incident.recorded"]);
  const [row] = await owner`select i::text as row from incident i where id = ${input.key}`;
  expect(row?.row).not.toContain(secret);
  const waits = async () =>
    (await listWaiting(authorize(official, "caja.dashboard"), 500))
      .filter(({ ref }) => ref === number)
      .map(({ kind, dueOn }) => [kind, dueOn]);
  expect(await waits()).toEqual([["incident", "2026-12-21"]]);
  await reportIncident(
    grant,
    { ...(await stepOf(input.key)), reportedOn: "2026-11-28", sicNumber: "26-456" },
    client,
  );
  expect(await waits()).toEqual([]);
  await closeIncident(grant, await stepOf(input.key), client);
  const found = await viewIncident(authorize(official, "incident.read"), number, client);
  expect(found).toMatchObject({ state: "closed", sicNumber: "26-456", people: 1_200, happened: secret });
  expect((await loggedEvents(number)).map(([action]) => action)).toEqual([
    "incident.recorded",
    "incident.reported",
    "incident.closed",
    "incident.viewed",
  ]);
  const log = await owner`select detail::text from audit_event where subject_id = ${number}`;
  expect(JSON.stringify(log)).not.toContain(secret);
});

test("the form of a new incident that was sent, opened again and changed corrects it, until somebody else changed it", async () => {
  const grant = authorize(await makeOfficial("officer"), "incident.manage");
  const input = typed();
  const number = await saveIncident(grant, input, client);
  const mended = { ...input, people: 7, measures: "Se cambió la llave y la clave" };
  expect(await saveIncident(grant, mended, client)).toBe(number);
  const found = await viewIncident(authorize(await makeOfficial("officer"), "incident.read"), number, client);
  expect(found).toMatchObject({ people: 7, measures: mended.measures, version: 2 });
  expect(await saveIncident(grant, mended, client)).toBe(number);
  const late = { ...input, people: 9 };
  await expect(saveIncident(grant, late, client)).rejects.toMatchObject({ code: "incident_changed" });
  expect((await loggedEvents(number)).map(([action]) => action)).toEqual([
    "incident.recorded",
    "incident.changed",
    "incident.viewed",
  ]);
  // Other facts of something else are no correction: the record of the first stays.
  const another = { ...input, people: 3, happened: "Se perdió una carpeta" };
  const second = await saveIncident(grant, another, client);
  expect(second).not.toBe(number);
  expect(await saveIncident(grant, another, client)).toBe(second);
});

test("what another changed meanwhile is not overwritten, and its day follows the days that are corrected", async () => {
  const grant = await grantOf("administrator", "incident.manage");
  const input = typed();
  await saveIncident(grant, input, client);
  await saveIncident(grant, { ...input, version: 1, knownOn: "2026-11-28", people: null }, client);
  await expect(saveIncident(grant, { ...input, version: 1 }, client)).rejects.toThrow("incident_changed");
  const [row] = await owner`select due_on::text, people, version from incident where id = ${input.key}`;
  expect(row).toEqual({ due_on: "2026-12-21", people: null, version: 2 });
  const { number } = await stepOf(input.key);
  expect((await loggedEvents(number)).map(([action]) => action)).toContain("incident.changed");
});

test("a step that does not follow is refused: closed before the report, reported twice, changed when closed", async () => {
  const grant = await grantOf("officer", "incident.manage");
  const input = typed();
  await saveIncident(grant, input, client);
  const report = async () =>
    reportIncident(grant, { ...(await stepOf(input.key)), reportedOn: "2026-11-28", sicNumber: "1" }, client);
  await expect(closeIncident(grant, await stepOf(input.key), client)).rejects.toThrow("incident_closed");
  await report();
  await expect(report()).rejects.toThrow("incident_closed");
  await closeIncident(grant, await stepOf(input.key), client);
  const late = saveIncident(grant, { ...input, version: 3 }, client);
  await expect(late).rejects.toThrow("incident_closed");
  const unknown = saveIncident(grant, typed({ version: "4" }), client);
  await expect(unknown).rejects.toThrow("incident_gone");
});

test("an incident is neither reported before the day on which it was detected, nor detected after it was reported", async () => {
  const grant = await grantOf("officer", "incident.manage");
  const input = typed();
  await saveIncident(grant, input, client);
  const report = async (reportedOn: string) =>
    reportIncident(grant, { ...(await stepOf(input.key)), reportedOn, sicNumber: "26-456" }, client);
  await expect(report("2026-11-25")).rejects.toThrow("incident_reported_early");
  await report("2026-11-26");
  const later = { ...input, version: 2, detectedOn: "2026-11-27" };
  await expect(saveIncident(grant, later, client)).rejects.toThrow("incident_reported_early");
  const [row] = await owner`
    select detected_on::text, reported_on::text, version from incident where id = ${input.key}`;
  expect(row).toEqual({ detected_on: "2026-11-26", reported_on: "2026-11-26", version: 2 });
});

test("the register has what is not reported first, by its day", async () => {
  const grant = await grantOf("auditor", "incident.read");
  const manage = await grantOf("officer", "incident.manage");
  const [later, sooner] = [
    await saveIncident(manage, typed({ detectedOn: "2001-05-02", knownOn: "2001-05-02" }), client),
    await saveIncident(manage, typed({ detectedOn: "2001-04-01", knownOn: "2001-04-01" }), client),
  ];
  const numbers = (await listIncidents(grant)).map(({ number }) => number);
  expect(numbers.indexOf(sooner)).toBeLessThan(numbers.indexOf(later));
});

import { afterAll, expect, test } from "vitest";
import { listWaiting } from "@/domain/caja/waiting";
import { answerRightsRequest } from "@/domain/rights/answer";
import {
  abandonRightsRequest,
  askRightsMissing,
  completeRightsAtDesk,
  extendRightsRequest,
  listRightsRequests,
  noteRightsIdentity,
  type RightsTab,
  type StepEmail,
  viewRightsRequest,
} from "@/domain/rights/desk";
import { authorize } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import { rightsDueDay, rightsExtendedDay } from "@/model/rights";
import { browser, owner } from "@/tests/support/factories/account";
import { fileRights, rightsRow, stepEmail } from "@/tests/support/factories/rights";
import { grantOf, makeOfficial } from "@/tests/support/officials";

afterAll(() => owner.end());

const text = "Lo que haga falta decir";
const client = browser();

test("opening a request stands in the log, and shows what was written in it opened", async () => {
  const filed = await fileRights({ asker: "heir", holderName: "Luis Prueba", proof: "Registro civil" });
  const grant = await grantOf("support", "rights.read");
  const found = await viewRightsRequest(grant, filed.number, client);
  expect(found?.content).toMatchObject({
    holderName: "Luis Prueba",
    proof: "Registro civil",
    email: filed.email,
  });
  const log = await owner`select action from audit_event where actor_id = ${grant.actor.personId}`;
  expect(log.map(({ action }) => action)).toEqual(["rights.viewed"]);
});

test("a step on another version than the one that was shown is refused, and of two at once one is done", async () => {
  const { number } = await fileRights({ kind: "erase" });
  const grant = await grantOf("officer", "rights.handle");
  const steps = [
    () => extendRightsRequest(grant, { number, version: 1, text }, stepEmail, client),
    () => askRightsMissing(grant, { number, version: 1, text }, stepEmail, client),
  ];
  const done = await Promise.allSettled(steps.map((step) => step()));
  expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await rightsRow(number)).version).toBe(2);
  await expect(noteRightsIdentity(grant, { number, version: 1, text }, client)).rejects.toThrow(
    "rights_changed",
  );
});

test("the day is moved once, from the first day, and never a second time", async () => {
  const { number, dueOn } = await fileRights({ kind: "consult" });
  const grant = await grantOf("officer", "rights.handle");
  await extendRightsRequest(grant, { number, version: 1, text }, stepEmail, client);
  expect((await rightsRow(number)).due_on).toBe(rightsExtendedDay("consult", dueOn));
  const again = extendRightsRequest(grant, { number, version: 2, text }, stepEmail, client);
  await expect(again).rejects.toThrow("rights_extended");
});

test("a term that is over is not extended, because the asker is told within it; on its last day it is", async () => {
  const { number } = await fileRights({ kind: "consult" });
  const grant = await grantOf("officer", "rights.handle");
  const extend = () => extendRightsRequest(grant, { number, version: 1, text }, stepEmail, client);
  await owner`update rights_request set due_on = bogota_today() - 1 where number = ${number}`;
  await expect(extend()).rejects.toThrow("rights_term_over");
  expect(await rightsRow(number)).toMatchObject({ version: 1, state: "open" });
  await owner`update rights_request set due_on = bogota_today() where number = ${number}`;
  await extend();
  expect((await rightsRow(number)).version).toBe(2);
});

test("what lacks something is neither asked again, nor extended, nor given up before its two months", async () => {
  const { number } = await fileRights({ kind: "revoke" });
  const grant = await grantOf("officer", "rights.handle");
  await askRightsMissing(grant, { number, version: 1, text }, stepEmail, client);
  const step = { number, version: 2, text };
  await expect(askRightsMissing(grant, step, stepEmail, client)).rejects.toThrow("rights_incomplete");
  await expect(extendRightsRequest(grant, step, stepEmail, client)).rejects.toThrow("rights_incomplete");
  await owner`update rights_request set missing_until = bogota_today() where number = ${number}`;
  await expect(abandonRightsRequest(grant, step, stepEmail, client)).rejects.toThrow("rights_early");
  await owner`update rights_request set missing_until = bogota_today() - 1 where number = ${number}`;
  await abandonRightsRequest(grant, step, stepEmail, client);
  expect(await rightsRow(number)).toMatchObject({ state: "abandoned" });
  await expect(noteRightsIdentity(grant, { ...step, version: 3 }, client)).rejects.toThrow("rights_closed");
});

test("a question that lacks something waits by its day, is extended and answered, and is never given up", async () => {
  const official = await makeOfficial("officer");
  const grant = authorize(official, "rights.handle");
  const today = authorize(official, "caja.dashboard");
  const { number, dueOn } = await fileRights({ kind: "consult" });
  let told = "";
  const compose: StepEmail = ({ kind, day }) => {
    told = `${kind} ${day}`;
    return stepEmail();
  };
  await askRightsMissing(grant, { number, version: 1, text }, compose, client);
  expect(told).toBe(`consult ${dueOn}`);
  const waits = async () =>
    (await listWaiting(today, 500)).filter(({ ref }) => ref === number).map(({ dueOn: day }) => day);
  expect(await waits()).toEqual([dueOn]);
  const reader = authorize(official, "rights.read");
  const inList = async (page = 1): Promise<unknown> => {
    const { rows } = await listRightsRequests(reader, { tab: "waiting", page });
    const found = rows.find((row) => row.number === number);
    return found || rows.length === 0 ? found : inList(page + 1);
  };
  expect(await inList()).toMatchObject({ state: "incomplete", dueOn, missingUntil: null });
  const step = { number, version: 2, text };
  await owner`update rights_request set missing_until = bogota_today() - 1 where number = ${number}`;
  await expect(abandonRightsRequest(grant, step, stepEmail, client)).rejects.toThrow("rights_early");
  await extendRightsRequest(grant, step, stepEmail, client);
  expect(await waits()).toEqual([rightsExtendedDay("consult", dueOn)]);
  const answer = { number, version: 3, result: "refused", text } as const;
  await answerRightsRequest(grant, answer, { compose: stepEmail, write: () => "" }, client);
  expect(await rightsRow(number)).toMatchObject({ state: "answered" });
});

test("the desk writes down that what was missing came: a claim's days begin anew, a question's go on", async () => {
  const grant = await grantOf("officer", "rights.handle");
  const came = "Trajo la cédula a la oficina del centro";
  const [claim, question] = [
    await fileRights({ kind: "erase" }, new Date("2026-11-03T15:00:00Z")),
    await fileRights({ kind: "consult" }, new Date("2026-11-03T15:00:00Z")),
  ];
  for (const { number } of [claim, question]) {
    await expect(
      completeRightsAtDesk(grant, { number, version: 1, text: came }, stepEmail, client),
    ).rejects.toThrow("rights_changed");
    await askRightsMissing(grant, { number, version: 1, text }, stepEmail, client);
    // The identity is looked at while the document is on the desk.
    await noteRightsIdentity(grant, { number, version: 2, text }, client);
    const late = { number, version: 2, text: came };
    await expect(completeRightsAtDesk(grant, late, stepEmail, client)).rejects.toThrow("rights_changed");
  }
  // After its two months too, until somebody closes it.
  await owner`update rights_request set missing_until = bogota_today() - 1 where number = ${claim.number}`;
  const days: string[] = [];
  const compose: StepEmail = ({ day }) => {
    days.push(day);
    return stepEmail();
  };
  for (const { number } of [claim, question])
    await completeRightsAtDesk(grant, { number, version: 3, text: came }, compose, client);
  const due = rightsDueDay("erase", bogotaDay(new Date()));
  expect(days).toEqual([due, question.dueOn]);
  expect(await rightsRow(claim.number)).toMatchObject({ state: "open", due_on: due, missing_until: null });
  expect(await rightsRow(question.number)).toMatchObject({
    state: "open",
    due_on: question.dueOn,
    version: 4,
  });
  const found = await viewRightsRequest(authorize(grant.actor, "rights.read"), claim.number, client);
  expect(found?.events[0]).toMatchObject({ kind: "completed", text: came });
  expect(found?.events[0]?.by).not.toBeNull();
  const log = await owner<{ actor: string }[]>`select actor_id as actor from audit_event
    where subject_id = ${claim.number} and action = 'rights.completed'`;
  expect(log.map(({ actor }) => actor)).toEqual([grant.actor.personId]);
  // What was asked for once may lack something else.
  await askRightsMissing(grant, { number: claim.number, version: 4, text }, stepEmail, client);
});

test("each step stands in the log under its own name and without a word of what was written", async () => {
  const { number } = await fileRights({ kind: "erase" });
  const grant = await grantOf("officer", "rights.handle");
  await noteRightsIdentity(grant, { number, version: 1, text }, client);
  await extendRightsRequest(grant, { number, version: 2, text }, stepEmail, client);
  await askRightsMissing(grant, { number, version: 3, text }, stepEmail, client);
  const log = await owner<{ action: string; detail: object }[]>`
    select action, detail from audit_event where subject_id = ${number} and action <> 'rights.viewed' order by seq`;
  expect(log.map(({ action }) => action)).toEqual([
    "rights.filed",
    "rights.identity",
    "rights.extended",
    "rights.missing",
  ]);
  expect(JSON.stringify(log)).not.toContain(text);
});

test("what waits is on the first page with its legal day, and a claim that lacks something only after its two months", async () => {
  const official = await makeOfficial("officer");
  const grant = authorize(official, "rights.handle");
  const today = authorize(official, "caja.dashboard");
  const { number, dueOn } = await fileRights({ kind: "erase" });
  const waits = async () =>
    (await listWaiting(today, 500))
      .filter(({ ref }) => ref === number)
      .map(({ kind, dueOn: day }) => [kind, day]);
  // What the menu counts; others of these are filed by other files meanwhile.
  const counted = async () =>
    (await owner`select from rights_waiting(bogota_today()) where number = ${number}`).length;
  expect(await counted()).toBe(1);
  expect(await waits()).toEqual([["rights", dueOn]]);
  await askRightsMissing(grant, { number, version: 1, text }, stepEmail, client);
  expect(await waits()).toEqual([]);
  expect(await counted()).toBe(0);
  await owner`update rights_request set missing_until = bogota_today() - 1 where number = ${number}`;
  expect(await waits()).toHaveLength(1);
});

test("the list has the open ones by their day and the closed ones apart", async () => {
  const grant = await grantOf("auditor", "rights.read");
  const first = await fileRights({ kind: "erase" }, new Date("2001-01-10T15:00:00Z"));
  const second = await fileRights({ kind: "consult" }, new Date("2001-03-10T15:00:00Z"));
  const { rows } = await listRightsRequests(grant, { tab: "waiting", page: 1 });
  const places = [first, second].map(({ number }) => rows.findIndex((row) => row.number === number));
  expect(places[0]).toBeGreaterThanOrEqual(0);
  expect(places[0]).toBeLessThan(places[1] ?? -1);
  await owner`update rights_request set state = 'incomplete', missing_until = bogota_today()
    where number = ${first.number}`;
  const listed = async (tab: RightsTab) =>
    (await listRightsRequests(grant, { tab, page: 1 })).rows.map(({ number }) => number);
  expect(await listed("waiting")).not.toContain(first.number);
  expect(await listed("incomplete")).toContain(first.number);
  expect(await listed("incomplete")).not.toContain(second.number);
  await owner`update rights_request set state = 'answered', result = 'granted', closed_at = now()
    where number = any(${[first.number, second.number]})`;
  const closed = await listRightsRequests(grant, { tab: "closed", page: 1 });
  expect(closed.rows.map(({ number }) => number)).toEqual(
    expect.arrayContaining([first.number, second.number]),
  );
});

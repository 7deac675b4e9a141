import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { rightsCodeHash } from "@/domain/rights/code";
import { askRightsMissing } from "@/domain/rights/desk";
import { fileRightsRequest } from "@/domain/rights/file-request";
import { completeRightsRequest, openRightsRequest, readRightsStatus } from "@/domain/rights/status";
import { networkOf } from "@/lib/http/network";
import { browser, owner, someAddress, someEmail } from "@/tests/support/factories/account";
import {
  fileProvenRights,
  fileRights,
  rightsIdOf,
  rightsRow,
  stepEmail,
  typedRights,
} from "@/tests/support/factories/rights";
import { loggedEvents } from "@/tests/support/logged-events";
import { grantOf } from "@/tests/support/officials";

afterAll(() => owner.end());

const mailsOf = async (request: string) =>
  (await owner`select 1 from mail where event_key like ${`rights:${request}:%`}`).length;

test("a request gets a number, its legal day, an event of the log without a name, and one mail", async () => {
  const { number, request, dueOn } = await fileRights({}, new Date("2026-11-27T15:00:00Z"));
  expect(number).toMatch(/^HD-2026-\d{8}$/);
  expect(dueOn).toBe("2026-12-14");
  expect(await rightsRow(number)).toMatchObject({ state: "open", due_on: "2026-12-14", version: 1 });
  expect(await loggedEvents(number)).toEqual([["rights.filed", null, null]]);
  const [event] = await owner`select detail from audit_event where subject_id = ${number}`;
  expect(event?.detail).toEqual({ kind: "consult", asker: "affiliate" });
  expect(await mailsOf(request)).toBe(1);
});

test("two presses of the same form are one request with one number and one mail", async () => {
  const input = typedRights();
  const from = { ...browser(), language: "es-CO" };
  const [one, other] = await Promise.all([
    fileRightsRequest(input, stepEmail, from),
    fileRightsRequest(input, stepEmail, from),
  ]);
  expect(one.number).toBe(other.number);
  expect(await mailsOf(await rightsIdOf(one.number))).toBe(1);
  expect(await loggedEvents(one.number)).toHaveLength(1);
});

test("a form that was sent, opened again and changed is a request of its own, to its mailbox and with its day", async () => {
  const input = typedRights();
  const from = { ...browser(), language: "es-CO" };
  const now = new Date("2026-11-27T15:00:00Z");
  const first = await fileRightsRequest(input, stepEmail, from, now);
  const mended = await fileRightsRequest({ ...input, email: someEmail() }, stepEmail, from, now);
  const claim = await fileRightsRequest(
    { ...input, kind: "correct", words: "Otro nombre" },
    stepEmail,
    from,
    now,
  );
  expect(new Set([first.number, mended.number, claim.number]).size).toBe(3);
  expect(await mailsOf(await rightsIdOf(mended.number))).toBe(1);
  expect((await rightsRow(claim.number)).due_on).toBe(claim.dueOn);
  expect(claim.dueOn).not.toBe(first.dueOn);
  expect((await fileRightsRequest(input, stepEmail, from, now)).number).toBe(first.number);
});

test("one network files ten in an hour and then waits; of its mails five reach one mailbox, and the rest is told", async () => {
  const from = { ...browser(), language: "es-CO" };
  const email = `${randomUUID()}@prueba.example`;
  const filed: { request: string; isMailed: boolean }[] = [];
  for (let at = 0; at < 10; at += 1) {
    const { number, isMailed } = await fileRightsRequest(typedRights({ email }), stepEmail, from);
    filed.push({ request: await rightsIdOf(number), isMailed });
  }
  const mails = await Promise.all(filed.map(({ request }) => mailsOf(request)));
  expect(mails).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0, 0]);
  expect(filed.map(({ isMailed }) => Number(isMailed))).toEqual(mails);
  await expect(fileRightsRequest(typedRights(), stepEmail, from)).rejects.toThrow("too_many_attempts");
  // Whose mailbox it is gets their own code from elsewhere, and a second press is told the same.
  const own = typedRights({ email });
  for (const place of [browser(), browser()]) {
    const { number, isMailed } = await fileRightsRequest(own, stepEmail, { ...place, language: "es-CO" });
    expect([isMailed, await mailsOf(await rightsIdOf(number))]).toEqual([true, 1]);
  }
});

test("many networks together send one mailbox twenty mails in an hour, and a press that sent none says so again", async () => {
  const email = `${randomUUID()}@prueba.example`;
  const file = async (input = typedRights({ email })) =>
    (await fileRightsRequest(input, stepEmail, { ...browser(), language: "es-CO" })).isMailed;
  const mailed: boolean[] = [];
  for (let at = 0; at < 20; at += 1) mailed.push(await file());
  expect(mailed).toEqual(Array(20).fill(true));
  const over = typedRights({ email });
  expect([await file(over), await file(over)]).toEqual([false, false]);
});

test("the code of the mail proves the mailbox once; another number or another code opens nothing", async () => {
  const { number, code } = await fileRights();
  const other = await fileRights();
  const open = (input: { number: string; code: string }) => openRightsRequest(input, browser());
  await expect(open({ number: other.number, code })).rejects.toThrow("rights_unknown");
  await expect(open({ number, code: other.code })).rejects.toThrow("rights_unknown");
  await open({ number, code });
  await open({ number, code });
  expect((await loggedEvents(number)).map(([action]) => action)).toEqual([
    "rights.filed",
    "rights.mailbox_proven",
  ]);
});

test("wrong codes of one network end after forty in an hour, and right ones cost nothing", async () => {
  const { number, code } = await fileRights();
  const from = { ip: someAddress() };
  for (let at = 0; at < 3; at += 1) await openRightsRequest({ number, code }, from);
  const wrong = { number, code: "0000000000000000" };
  for (let at = 0; at < 40; at += 1)
    await expect(openRightsRequest(wrong, from)).rejects.toThrow("rights_unknown");
  await expect(openRightsRequest({ number, code }, from)).rejects.toThrow("too_many_attempts");
  const spent =
    await owner`select 1 from budget_counter where key = ${networkOf(from.ip)} and scope like 'rights.open%'`;
  expect(spent).toHaveLength(1);
});

test("what was missing comes once: a claim's days begin anew, a question's go on; after two months it is late", async () => {
  const grant = await grantOf("officer", "rights.handle");
  const ask = (number: string) =>
    askRightsMissing(grant, { number, version: 1, text: "¿Cuál es su documento?" }, stepEmail, browser());
  const claim = await fileProvenRights({ kind: "erase" });
  const question = await fileProvenRights({ kind: "consult" });
  for (const { number } of [claim, question]) {
    await ask(number);
    await owner`update rights_request set due_on = '2020-01-01' where number = ${number}`;
  }
  for (const { code } of [claim, question]) await completeRightsRequest(code, "Aquí está", browser());
  expect((await rightsRow(claim.number)).due_on > "2026-01-01").toBe(true);
  expect(await rightsRow(question.number)).toMatchObject({ due_on: "2020-01-01", state: "open" });
  await expect(completeRightsRequest(claim.code, "Otra vez", browser())).rejects.toThrow("rights_changed");
  expect((await loggedEvents(claim.number)).map(([action]) => action)).toContain("rights.completed");
  const words = (await readRightsStatus(claim.code))?.words.map(({ kind, text }) => [kind, text]);
  expect(words).toEqual([
    ["filed", null],
    ["missing", "¿Cuál es su documento?"],
    ["completed", "Aquí está"],
  ]);

  const late = await fileProvenRights({ kind: "erase" });
  await ask(late.number);
  await owner`update rights_request set missing_until = bogota_today() where number = ${late.number}`;
  const [row] = await owner`select code_hash from rights_request where number = ${late.number}`;
  expect(row?.code_hash).toEqual(rightsCodeHash(late.code));
  await owner`update rights_request set missing_until = bogota_today() - 1 where number = ${late.number}`;
  await expect(completeRightsRequest(late.code, "Tarde", browser())).rejects.toThrow("rights_late");
});

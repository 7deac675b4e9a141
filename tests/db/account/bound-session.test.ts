import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { publicDatabase } from "@/db/client";
import { findSessionPage } from "@/db/queries/session";
import { whySessionEnded } from "@/domain/account/session-end";
import { openSessionFor } from "@/domain/account/sign-in";
import { readFactorSession } from "@/domain/factor/session";
import { bindSession, browserOf } from "@/domain/own-account/browser";
import { tokenHash } from "@/lib/crypto/token";
import { browser, mailsTo, makeMember, makeProvider, owner } from "@/tests/support/factories/account";
import { notice } from "@/tests/support/factories/factor";

const chrome = (version: number, system = "Windows NT 10.0; Win64; x64") =>
  `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`;
const firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
const notices = { notice, last: { subject: "último aviso", text: "de otros no" } };
const read = async (token: string, from: ReturnType<typeof browserOf>) =>
  (
    await findSessionPage(publicDatabase(), {
      tokenHash: tokenHash(token),
      counter: null,
      lookup: null,
      ...from,
    })
  ).actor;

async function bound({ isKnown = true } = {}) {
  const person = await makeMember(await makeProvider(), "clerk");
  const [name, other] = [randomUUID(), (await openSessionFor(person.personId, false, browser())).token];
  const { token } = await openSessionFor(person.personId, false, browser());
  await bindSession(token, { email: person.email, isKnown }, browserOf(name, chrome(140), "prueba"), notices);
  return { ...person, token, name, other };
}

const moved = (personId: string) =>
  owner`select detail from audit_event where actor_id = ${personId} and action = 'session.moved'`;

test("a newer version of the browser, or its desktop view, keeps the session", async () => {
  const { token, name } = await bound();
  for (const agent of [
    chrome(140),
    chrome(155),
    chrome(141, "X11; Linux x86_64"),
    chrome(141, "Linux; Android 10; K"),
  ])
    expect(await read(token, browserOf(name, agent, "otra red"))).not.toBeNull();
  expect(await whySessionEnded(token)).toBe("no_access");
});

test.each([
  ["without the device's cookie", (_: string) => browserOf(null, chrome(140), "prueba"), "device"],
  ["on another device", (_: string) => browserOf(randomUUID(), chrome(140), "prueba"), "device"],
  ["in another browser", (name: string) => browserOf(name, firefox, "prueba"), "browser"],
] as const)(
  "a session that is used %s ends for all, says why, and is in the log",
  async (_, from, changed) => {
    const { token, name, personId } = await bound();
    expect(await read(token, from(name))).toBeNull();
    expect(await read(token, browserOf(name, chrome(140), "prueba"))).toBeNull();
    expect(await whySessionEnded(token)).toBe("moved");
    expect(await moved(personId)).toEqual([{ detail: { changed } }]);
  },
);

test("the pages of the own account and of the second factor end such a session too", async () => {
  const { token, personId } = await bound();
  expect(await readFactorSession(token, browserOf(null, chrome(140), "prueba"))).toBeNull();
  expect(await moved(personId)).toHaveLength(1);
});

test("a session of before, and a request of a process of before, are bound to nothing", async () => {
  const { token, other, name } = await bound();
  expect(await read(other, browserOf(null, firefox, "prueba"))).not.toBeNull();
  const old = { tokenHash: tokenHash(token), counter: null, lookup: null };
  expect((await findSessionPage(publicDatabase(), old)).actor).not.toBeNull();
  // Once bound it is not bound to another browser.
  const again = { email: "a@prueba.example", isKnown: true };
  await bindSession(token, again, browserOf(randomUUID(), firefox, "prueba"), notices);
  expect(await read(token, browserOf(name, chrome(140), "prueba"))).not.toBeNull();
});

test("a sign-in on a device that the person did not use before is told by mail, once; on a known one it is not", async () => {
  const fresh = await bound({ isKnown: false });
  expect((await mailsTo(fresh.email)).map(({ subject }) => subject)).toEqual([notice.subject]);
  await bindSession(
    fresh.token,
    { email: fresh.email, isKnown: false },
    browserOf("x", "", "prueba"),
    notices,
  );
  expect(await mailsTo(fresh.email)).toHaveLength(1);
  expect(await mailsTo((await bound()).email)).toEqual([]);
});

test("the very first sign-in of an account is no news, after 90 days without any it is", async () => {
  const { personId, email } = await makeMember(await makeProvider(), "clerk");
  const { token } = await openSessionFor(personId, false, browser());
  const bind = () =>
    bindSession(token, { email, isKnown: false }, browserOf(randomUUID(), firefox, "prueba"), notices);
  await bind();
  expect(await mailsTo(email)).toEqual([]);
  await owner`update session set bound_hash = null where person_id = ${personId}`;
  await owner`update person set created_at = now() - interval '91 days' where id = ${personId}`;
  await bind();
  expect(await mailsTo(email)).toHaveLength(1);
});

test("of many sign-ins on new devices five are told in an hour, and the fifth says that no other will be", async () => {
  const { personId, email } = await bound();
  const bind = async () => {
    const { token } = await openSessionFor(personId, false, browser());
    await bindSession(token, { email, isKnown: false }, browserOf(randomUUID(), firefox, "prueba"), notices);
  };
  for (let time = 0; time < 3; time++) await bind();
  await Promise.all(Array.from({ length: 8 }, bind));
  const told = (await mailsTo(email)).map(({ subject }) => subject);
  expect(told.toSorted()).toEqual(
    [...Array<string>(4).fill(notice.subject), notices.last.subject].toSorted(),
  );
  await owner`update budget_counter set window_start = window_start - interval '1 hour' where scope = 'mail.device'`;
  await bind();
  expect(await mailsTo(email)).toHaveLength(6);
});

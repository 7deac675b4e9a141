import { randomInt, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { doorDatabase } from "@/db/client";
import { findSessionActor } from "@/db/queries/session";
import { entryCode } from "@/domain/account/entry-code";
import { chooseNewPassword, readPasswordLink, sendPasswordLink } from "@/domain/account/recover";
import { signInWithPassword } from "@/domain/account/sign-in";
import { createOfficial, inviteOfficial } from "@/domain/caja/people";
import { proveByCode } from "@/domain/factor/prove";
import { answerDigits } from "@/domain/lookup/answer-digits";
import { lookUpOrder } from "@/domain/lookup/look-up";
import { readLookup } from "@/domain/lookup/read-lookup";
import { scanOrder } from "@/domain/lookup/scan-order";
import { shortDigest } from "@/lib/crypto/digest";
import { hashPassword } from "@/lib/crypto/password";
import { tokenHash } from "@/lib/crypto/token";
import { totpCode } from "@/lib/crypto/totp";
import { authorize } from "@/model/access";
import {
  mailsTo,
  makeMember,
  makeProvider,
  owner,
  PASSWORD,
  someAddress,
  someEmail,
} from "@/tests/support/factories/account";
import { enrolled, factorSession, stepNow } from "@/tests/support/factories/factor";
import { colleagueOf, makeTill, someDigits } from "@/tests/support/look-up-orders";
import { makeOfficial } from "@/tests/support/officials";
import { makePrintedOrder } from "@/tests/support/printed-order";

/*
 * A day of somebody who attacks by script and has time: whatever makes them wait is over at once, and only what ends
 * with the day stops them. What the day lets through is counted, not what a run happens to guess.
 */

const ADDRESSES = 1_000;
const from = () => ({ ip: someAddress(), userAgent: "script" });

/** Ends the waits of these counters, as if the attacker had waited. */
const wait = (keys: readonly string[]) => owner`
  update budget_counter set paused_until = now() where paused_until is not null and key in ${owner([...keys])}`;

const AT_ONCE = 10;

/**
 * Attempts from a thousand addresses, ten at once, with the waits of these counters over before each ten. Answers how
 * often each refusal was given; "in" counts what was let in.
 */
async function tally(keys: readonly string[], attempt: (time: number) => Promise<unknown>) {
  const codes: Record<string, number> = {};
  for (let time = 0; time < ADDRESSES; time += AT_ONCE) {
    if (keys.length > 0) await wait(keys);
    const answers = Array.from({ length: AT_ONCE }, (_, at) =>
      attempt(time + at).then(
        () => "in",
        (error: { code?: string }) => error.code ?? "failed",
      ),
    );
    for (const code of await Promise.all(answers)) codes[code] = (codes[code] ?? 0) + 1;
  }
  return codes;
}

/** An administrator with a second factor, whose password is PASSWORD. */
async function makeAdministrator() {
  const person = await enrolled("administrator");
  const hash = await hashPassword(PASSWORD);
  await owner`update person set password_hash = ${hash} where id = ${person.personId}`;
  return person;
}

/** A code that is wrong now, so that no run of the test is lucky. */
async function wrongCode(secret: string): Promise<string> {
  const step = await stepNow();
  const right = [-2, -1, 0, 1, 2].map((ahead) => totpCode(secret, step + ahead));
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  return right.includes(code) ? wrongCode(secret) : code;
}

/** Signs in with the password, then guesses the second factor a thousand times, each from another address. */
async function guessFactor(
  { email, personId, secret }: { email: string; personId: string; secret: string },
  password: string,
) {
  const { token, waits } = await signInWithPassword({ email, password }, from());
  expect(waits).toBe(true);
  const session = await factorSession(token);
  const codes = await tally([personId], async () => {
    const code = { kind: "totp", text: await wrongCode(secret) } as const;
    await proveByCode(token, session, code, from(), null);
  });
  return { codes, actor: await findSessionActor(doorDatabase(), tokenHash(token)) };
}

const TWENTY_COMPARED = { wrong_code: expect.any(Number), too_many_attempts: ADDRESSES - 20 };

test("with an administrator's password a script opens nothing: of a thousand codes a day twenty are compared", async () => {
  const { codes, actor } = await guessFactor(await makeAdministrator(), PASSWORD);
  expect(codes).toMatchObject(TWENTY_COMPARED);
  expect(codes).not.toHaveProperty("in");
  expect(actor).toBeNull();
});

test("with an administrator's mailbox a script sets a password, and opens nothing with it", async () => {
  const person = await makeAdministrator();
  await sendPasswordLink(person.email, (token) => ({ subject: "link", text: token }), from());
  // Other tests' reports are told to every administrator meanwhile.
  const mailOf = async (wanted: string) =>
    (await mailsTo(person.email)).find(({ subject }) => subject === wanted)?.text;
  const link = (await mailOf("link")) ?? "";
  const password = "una frase del que lee el buzón";
  const notice = { subject: "aviso", text: "aviso" };
  await chooseNewPassword({ token: link, password }, notice, from());
  const { codes, actor } = await guessFactor(person, password);
  expect(codes).toMatchObject(TWENTY_COMPARED);
  expect(codes).not.toHaveProperty("in");
  expect(actor).toBeNull();
  // Whose it is reads of it, and the second factor that the mailbox does not have is still theirs.
  expect(await mailOf("aviso")).toBe("aviso");
  const [factor] =
    await owner`select count(*)::int as held from factor where person_id = ${person.personId} and ended_at is null`;
  expect(factor).toEqual({ held: 1 });
});

/** Guesses the code of the newest link in this mailbox ten times, and then signs in. */
async function enterByMailbox(email: string) {
  await sendPasswordLink(email, (token) => ({ subject: "link", text: token }), from());
  const token = (await mailsTo(email)).find(({ subject }) => subject === "link")?.text ?? "";
  const password = "una frase del que lee el buzón";
  const notice = { subject: "aviso", text: "aviso" };
  const guesses = await Promise.allSettled(
    Array.from({ length: 10 }, () =>
      chooseNewPassword({ token, password, code: randomUUID().slice(0, 8) }, notice, from()),
    ),
  );
  return { guesses, entry: () => signInWithPassword({ email, password }, from()) };
}

test("with the mailbox of who has no second factor yet a script sets no password and opens no account", async () => {
  const grant = authorize(await makeOfficial("administrator"), "people.manage");
  const email = someEmail();
  let invitation = "";
  const compose = (token: string) => {
    invitation = token;
    return { subject: "invitación", text: token };
  };
  const input = { name: "Diana Mercado", email, role: "administrator" as const };
  const person = await inviteOfficial(grant, input, compose, from());
  await chooseNewPassword(
    { token: invitation, password: PASSWORD, code: entryCode(person) },
    { subject: "aviso", text: "aviso" },
    from(),
  );
  const unentered = someEmail();
  await createOfficial({ email: unentered, name: "Marta Ríos", role: "administrator" });
  for (const mailbox of [email, unentered]) {
    const { guesses, entry } = await enterByMailbox(mailbox);
    for (const guess of guesses)
      expect(guess).toMatchObject({ status: "rejected", reason: { code: "wrong_entry_code" } });
    await expect(entry()).rejects.toMatchObject({ code: "bad_credentials" });
  }
  // Who was invited still enters with what they chose.
  expect((await signInWithPassword({ email, password: PASSWORD }, from())).waits).toBe(true);
});

test("a thousand addresses compare a hundred passwords a day of an account, and keep its owner out of nothing", async () => {
  const administrator = await makeAdministrator();
  const shopOwner = await makeMember(await makeProvider(), "owner");
  for (const { email } of [administrator, shopOwner]) {
    const device = randomUUID();
    const codes = await tally([shortDigest(email)], () =>
      signInWithPassword({ email, password: `mala ${randomUUID()}` }, from()),
    );
    expect(codes).toMatchObject({ too_many_attempts: ADDRESSES - 100 });
    expect(codes).not.toHaveProperty("in");
    // On a device that the account knows the owner notices nothing.
    expect((await signInWithPassword({ email, password: PASSWORD }, from(), device)).token).toBeTruthy();
    // On a new one they wait, or take a link, which opens the account at once.
    await expect(signInWithPassword({ email, password: PASSWORD }, from())).rejects.toMatchObject({
      code: "too_many_attempts",
    });
    await tally([], () => sendPasswordLink(email, (token) => ({ subject: "link", text: token }), from()));
    const links = (await mailsTo(email)).filter(({ subject }) => subject === "link");
    expect(links).toHaveLength(3);
    // Of links that were asked for at once the last one opens, whichever that is.
    const states = await Promise.all(links.map(({ text }) => readPasswordLink(text)));
    const open = links.filter((_, at) => states[at]?.state === "ok");
    expect(open).toHaveLength(1);
    const link = open[0]?.text ?? "";
    const password = "otra frase larga y distinta";
    await chooseNewPassword({ token: link, password }, { subject: "aviso", text: "aviso" }, from());
    expect((await signInWithPassword({ email, password }, from())).token).toBeTruthy();
  }
});

/** Open numbers of the kind in which an attacker guesses, and the orders in them that one ID has. */
const NUMBERS = 200_000;

test("the accounts of a provider guess sixty numbers a day from a thousand addresses, and the caja hears of it", async () => {
  const till = await makeTill();
  const people = [till, await colleagueOf(till), await colleagueOf(till, "clerk")];
  const { provider } = till.actor;
  const ids = Array.from({ length: 100 }, () => someDigits(10));
  const keys = [provider.id, ...people.map(({ actor }) => actor.personId)];
  const answers: Record<string, number> = {};
  await tally(keys, async (time) => {
    const person = people[time % people.length] ?? till;
    const question = { idNumber: ids[time % ids.length] ?? "", number: someDigits(6), kindCode: "AS" };
    const lookup = await lookUpOrder(person, question, { ip: someAddress() });
    const outcome = (await readLookup(person, lookup))?.outcome ?? "none";
    answers[outcome] = (answers[outcome] ?? 0) + 1;
  });
  expect(answers).toEqual({ not_found: 60, waiting: ADDRESSES - 60 });
  // A hundred such providers at once, each of which knows IDs that have an order.
  expect((100 * (answers.not_found ?? 0)) / NUMBERS).toBeLessThanOrEqual(0.05);
  const alerts =
    await owner`select distinct scope from miss_alert where key = ${provider.id} and raised_at is not null`;
  expect(alerts).toEqual([{ scope: "watch.provider" }]);
});

/** Endings of an ID that there are. */
const ENDINGS = 10_000;

test("the accounts of a provider guess five endings a day for a photographed code, so a hundred open 0.05 orders", async () => {
  const till = await makeTill();
  const people = [till, await colleagueOf(till), await colleagueOf(till, "clerk")];
  const order = await makePrintedOrder();
  let compared = 0;
  for (let time = 1; time <= 30; time++) {
    const person = people[time % people.length] ?? till;
    await owner`update budget_counter set paused_until = now()
      where paused_until is not null and key like ${`${till.actor.provider.id}%`}`;
    const lookupId = await scanOrder(person, { text: order.url, by: "camera" }, from());
    const digits = String((Number(order.tail) + time) % ENDINGS).padStart(4, "0");
    await answerDigits(person, { lookupId, digits }, from());
    const [row] = await owner<{ missed: number }[]>`
      select digits_missed as missed from lookup where id = ${lookupId}`;
    compared += row?.missed ?? 0;
  }
  expect(compared).toBe(5);
  expect((100 * compared) / ENDINGS).toBeLessThanOrEqual(0.05);
});

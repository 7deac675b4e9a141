import { randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { afterEach, expect, test, vi } from "vitest";
import {
  confirmBudgets,
  factorBudgets,
  newCodesBudgets,
  newPinBudgets,
  openedBudgets,
  pinBudgets,
  signInBudgets,
} from "@/domain/account/budgets";
import { confirmPassword } from "@/domain/account/confirm-password";
import { openSessionFor, signInWithPassword } from "@/domain/account/sign-in";
import { pairDevice, readDevice } from "@/domain/branch/devices";
import { nameOnDevice, setPin } from "@/domain/branch/pin";
import { makePaperCodes } from "@/domain/factor/paper-codes";
import { proveByCode } from "@/domain/factor/prove";
import { shortDigest } from "@/lib/crypto/digest";
import * as passwords from "@/lib/crypto/password";
import { QueueFull } from "@/lib/priority-queue";
import type { Budget } from "@/model/budget";
import {
  browser,
  makeMember,
  makeProvider,
  owner,
  PASSWORD,
  teamGrant,
} from "@/tests/support/factories/account";
import { enrolled, factorSession, notice } from "@/tests/support/factories/factor";

// Where there is no turn for a hash nothing was compared, and nobody learned whether it was right: it was no attempt.
const busy = { name: "QueueFull" };
const noTurn = (name: "passwordMatches" | "hashPassword" | "slowDigest") =>
  vi.spyOn(passwords, name).mockImplementation(() => Promise.reject(new QueueFull("no turn")));
afterEach(() => vi.restoreAllMocks());

/** What is spent of these budgets, and how many of them are paused. */
async function spentOf(budgets: Budget[]) {
  const [row] = await owner`
    select coalesce(sum(c.spent), 0)::int as spent, count(*) filter (where c.paused_until > now())::int as paused
    from budget_counter c join jsonb_to_recordset(${owner.json(budgets as never)}) as b(scope text, key text)
      using (scope, key)`;
  return row;
}
const nothing = { spent: 0, paused: 0 };

/** More often than an attempt may be wrong before it waits. */
async function fiveTimes(attempt: () => Promise<unknown>): Promise<void> {
  for (let time = 0; time < 5; time++) await expect(attempt()).rejects.toMatchObject(busy);
}

test("a sign-in that finds no turn spends no attempt, whether or not its device is known", async () => {
  const { email } = await makeMember(await makeProvider(), "owner");
  const account = shortDigest(email);
  for (const known of [null, randomUUID()]) {
    const from = browser();
    noTurn("passwordMatches");
    await fiveTimes(() => signInWithPassword({ email, password: "mala" }, from, known));
    vi.restoreAllMocks();
    const budgets = [...signInBudgets(account, from, known), ...openedBudgets(account, known)];
    expect(await spentOf(budgets)).toEqual(nothing);
    expect((await signInWithPassword({ email, password: PASSWORD }, from, known)).token).not.toBe("");
  }
});

test("a right password of an earlier cost opens the session although there is no turn to hash it anew", async () => {
  const { email, personId } = await makeMember(await makeProvider(), "owner");
  const cheap = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  await owner`update person set password_hash = ${cheap} where id = ${personId}`;
  noTurn("hashPassword");
  expect((await signInWithPassword({ email, password: PASSWORD }, browser())).token).not.toBe("");
  const [row] = await owner`select password_hash as hash from person where id = ${personId}`;
  expect(row).toEqual({ hash: cheap });
});

test("a password asked again that finds no turn spends no attempt of its session", async () => {
  const { email, personId } = await makeMember(await makeProvider(), "owner");
  const sessionId = randomUUID();
  noTurn("passwordMatches");
  await fiveTimes(() => confirmPassword({ email, personId, sessionId }, PASSWORD, browser()));
  expect(await spentOf(confirmBudgets(sessionId))).toEqual(nothing);
});

test("a PIN that finds no turn spends no attempt, neither when it is set nor when it names", async () => {
  const providerId = await makeProvider();
  const { personId } = await makeMember(providerId, "owner");
  const { token } = await openSessionFor(personId, false, browser());
  const [counter] = await owner<{ id: string }[]>`
    with place as (insert into branch (provider_id, name) values (${providerId}, 'Sede') returning id)
    insert into counter (branch_id, name) select id, 'Punto' from place returning id`;
  const device = await pairDevice(teamGrant(providerId, personId), counter?.id ?? "", null, browser());
  const set = () => setPin(token, personId, "805937", browser());
  noTurn("hashPassword");
  await fiveTimes(set);
  expect(await spentOf(newPinBudgets(personId))).toEqual(nothing);
  vi.restoreAllMocks();
  await set();
  noTurn("passwordMatches");
  await fiveTimes(() => nameOnDevice(device, { person: personId, pin: "805937" }, browser()));
  const paired = await readDevice(device);
  expect(await spentOf(pinBudgets(paired?.deviceId ?? "", personId))).toEqual(nothing);
});

test("a paper code that finds no turn spends no attempt, and codes that are not made none either", async () => {
  const { personId, token } = await enrolled();
  const session = await factorSession(token);
  const make = () => makePaperCodes(token, session, notice, browser());
  const [code = ""] = await make();
  const from = browser();
  const known = randomUUID();
  noTurn("slowDigest");
  await fiveTimes(() => proveByCode(token, session, { kind: "paper", text: code }, from, known));
  await fiveTimes(make);
  expect(await spentOf(factorBudgets(personId, from, known))).toEqual(nothing);
  expect(await spentOf(newCodesBudgets(personId))).toEqual({ spent: 1, paused: 0 });
});

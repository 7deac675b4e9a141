import { randomInt, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { confirmPassword } from "@/domain/account/confirm-password";
import { chooseNewPassword } from "@/domain/account/recover";
import { signInWithPassword } from "@/domain/account/sign-in";
import { shortDigest } from "@/lib/crypto/digest";
import {
  browser,
  makeMember,
  makePasswordLink,
  makeProvider,
  owner,
  PASSWORD,
  someAddress,
} from "@/tests/support/factories/account";

const member = async () => makeMember(await makeProvider(), "owner");
const wait = { code: "too_many_attempts", until: expect.any(Date) };
const at = (ip: string) => ({ ip, userAgent: "vitest" });

/** Tries a password; answers the refusal's code, and its wait. */
async function attempt(email: string, password: string, ip: string, device: string | null = null) {
  return signInWithPassword({ email, password }, at(ip), device).then(
    () => ({ code: "in" as string, until: undefined, minutes: undefined }),
    (error: { code: string; until?: Date; minutes?: number }) => error,
  );
}

/** Wrong passwords from ever new networks, as often as the budget of the account lets them be compared. */
async function attack(email: string, times: number): Promise<void> {
  const key = shortDigest(email);
  for (let time = 0; time < times; time++) {
    await attempt(email, "mala", someAddress());
    await owner`update budget_counter set paused_until = now() where scope = 'signin.account' and key = ${key}`;
  }
}

test("failed sign-ins from elsewhere never lock the owner out on a known device", async () => {
  const { email } = await member();
  const ip = someAddress();
  for (let time = 0; time < 6; time++) await attempt(email, "mala", ip);
  await attack(email, 100);
  expect(await attempt(email, PASSWORD, someAddress())).toMatchObject(wait);
  expect(await attempt(email, PASSWORD, ip)).toMatchObject(wait);
  expect((await attempt(email, PASSWORD, ip, randomUUID())).code).toBe("in");
});

test("after a password reset the owner signs in at once, also from an unknown device with failed sign-ins", async () => {
  const { email, personId } = await member();
  const ip = someAddress();
  for (let time = 0; time < 6; time++) await attempt(email, "mala", ip);
  await attack(email, 100);
  const password = "otra frase larga y distinta";
  await chooseNewPassword(
    { token: await makePasswordLink(personId), password },
    { subject: "notice", text: "notice" },
    browser(),
  );
  expect((await attempt(email, password, ip)).code).toBe("in");
});

test("unknown devices share the account's failed sign-ins and wait five minutes at first", async () => {
  const { email } = await member();
  const waits: number[] = [];
  for (let time = 0; time < 10; time++) {
    const { until } = await attempt(email, "mala", someAddress());
    if (until) waits.push(until.getTime() - Date.now());
  }
  expect(waits).toHaveLength(1);
  expect(waits[0]).toBeLessThanOrEqual(300_000);
  expect(await attempt(email, PASSWORD, someAddress())).toMatchObject(wait);
});

test("the last attempt before the rate limit warns, and the one that reaches it says until when", async () => {
  for (const device of [null, randomUUID()]) {
    const { email } = await member();
    const ip = someAddress();
    for (let time = 0; time < 3; time++)
      expect(await attempt(email, "mala", ip, device)).toMatchObject({
        code: "bad_credentials",
        minutes: undefined,
      });
    expect(await attempt(email, "mala", ip, device)).toMatchObject({ code: "last_attempt", minutes: 5 });
    const last = await attempt(email, "mala", ip, device);
    expect(last).toMatchObject({ code: "bad_credentials", until: expect.any(Date) });
    expect((last.until?.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(300_000);
    expect(await attempt(email, PASSWORD, ip, device)).toMatchObject(wait);
  }
});

test("failed sign-ins on a known device slow that device for that account only", async () => {
  const [one, other] = [await member(), await member()];
  const [ip, device] = [someAddress(), randomUUID()];
  for (let time = 0; time < 5; time++) await attempt(one.email, "mala", ip, device);
  expect(await attempt(one.email, PASSWORD, ip, device)).toMatchObject(wait);
  expect((await attempt(one.email, PASSWORD, ip)).code).toBe("in");
  expect((await attempt(other.email, PASSWORD, ip, device)).code).toBe("in");
});

test("a network is its IPv6 /64: fifteen failed sign-ins in five minutes for all accounts together", async () => {
  const network = `2001:db8:${randomInt(1, 65_535).toString(16)}:9`;
  const codes: string[] = [];
  for (let host = 1; host <= 17; host++)
    codes.push((await attempt(`nadie-${randomUUID()}@prueba.example`, "mala", `${network}::${host}`)).code);
  expect(codes.filter((code) => code === "too_many_attempts")).toHaveLength(2);
  const { email } = await member();
  const waiting = await attempt(email, PASSWORD, `${network}::99`);
  expect(waiting).toMatchObject(wait);
  expect((waiting.until?.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(300_000);
  expect((await attempt(email, PASSWORD, `${network}::99`, randomUUID())).code).toBe("in");
});

test("a rate-limited sign-in is logged once for twenty or more attempts", async () => {
  const { email, personId } = await member();
  const ip = someAddress();
  for (let time = 0; time < 30; time++) await attempt(email, "mala", ip);
  const [line] = await owner`select count(*)::int as lines, min(subject_id) as subject from audit_event
    join audit_address a using (seq) where action = 'session.throttled' and a.ip = ${ip}`;
  expect(line).toEqual({ lines: 20, subject: personId });
});

test("confirming the password in a session has a rate limit of its own, whatever the failed sign-ins of the account", async () => {
  const { email, personId } = await member();
  await attack(email, 60);
  const actor = { personId, sessionId: randomUUID(), email };
  const confirm = (password: string) => confirmPassword(actor, password, { ip: someAddress() });
  for (let time = 0; time < 3; time++)
    await expect(confirm("mala")).rejects.toMatchObject({ code: "wrong_password" });
  await expect(confirm("mala")).rejects.toMatchObject({ code: "last_password", minutes: 5 });
  await confirm(PASSWORD);
  for (let time = 0; time < 1; time++)
    await expect(confirm("mala")).rejects.toMatchObject({ code: "wrong_password", until: expect.any(Date) });
  await expect(confirm(PASSWORD)).rejects.toMatchObject(wait);
  expect((await attempt(email, PASSWORD, someAddress(), randomUUID())).code).toBe("in");
});

const opened = (email: string) =>
  owner<
    { spent: number }[]
  >`select spent from budget_counter where scope = 'signin.opened' and key = ${shortDigest(email)}`;

test("right passwords on unknown devices are limited for each account, on a known device they are not", async () => {
  const { email } = await member();
  for (let time = 0; time < 5; time++) await attempt(email, "mala", someAddress());
  await attempt(email, PASSWORD, someAddress());
  expect(await opened(email)).toEqual([{ spent: 1 }]);
  await owner`update budget_counter set spent = 58 where scope = 'signin.opened' and key = ${shortDigest(email)}`;
  const codes = await Promise.all(Array.from({ length: 5 }, () => attempt(email, PASSWORD, someAddress())));
  expect(codes.map(({ code }) => code).toSorted()).toEqual(["in", "in", ...Array<string>(3).fill(wait.code)]);
  for (let time = 0; time < 3; time++)
    expect((await attempt(email, PASSWORD, someAddress(), randomUUID())).code).toBe("in");
  // A password that was chosen anew is not kept waiting for what was done with the one before.
  const { personId } = (
    await owner<{ personId: string }[]>`
    select id as "personId" from person where email = ${email}`
  )[0] ?? { personId: "" };
  const password = "otra frase larga y distinta";
  const notice = { subject: "notice", text: "notice" };
  await chooseNewPassword({ token: await makePasswordLink(personId), password }, notice, browser());
  expect((await attempt(email, password, someAddress())).code).toBe("in");
});

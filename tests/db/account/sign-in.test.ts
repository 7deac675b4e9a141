import { randomInt, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { doorDatabase } from "@/db/client";
import { findSessionActor } from "@/db/queries/session";
import { chooseNewPassword, readPasswordLink, sendPasswordLink } from "@/domain/account/recover";
import { signInWithPassword } from "@/domain/account/sign-in";
import { tokenHash } from "@/lib/crypto/token";
import {
  browser,
  mailsTo,
  makeMember,
  makePasswordLink,
  makeProvider,
  makeSession,
  owner,
  PASSWORD,
  someAddress,
  someEmail,
} from "@/tests/support/factories/account";

const refused = { code: "bad_credentials" };
/** The password was compared and was wrong. */
const wrongCodes = ["bad_credentials", "last_attempt"];
const message = () => ({ subject: "link", text: "link" });
const notice = { subject: "notice", text: "notice" };

async function member() {
  return makeMember(await makeProvider(), "owner");
}

test("the right password opens a session in the database", async () => {
  const { email, personId } = await member();
  const { token, isCaja } = await signInWithPassword(
    { email: email.toUpperCase(), password: PASSWORD },
    browser(),
  );
  expect(isCaja).toBe(false);
  expect(await findSessionActor(doorDatabase(), tokenHash(token))).toMatchObject({ personId });
});

test("unknown e-mail, wrong password, disabled person and removed person get the same answer", async () => {
  const [wrong, disabled, removed] = [await member(), await member(), await member()];
  await owner`update person set disabled_at = now() where id = ${disabled.personId}`;
  await owner`update membership set removed_at = now() where person_id = ${removed.personId}`;
  for (const [email, password] of [
    [someEmail(), PASSWORD],
    [wrong.email, "otra cosa muy larga"],
    [disabled.email, PASSWORD],
    [removed.email, PASSWORD],
  ] as const)
    await expect(signInWithPassword({ email, password }, browser())).rejects.toMatchObject(refused);
});

test("of twenty concurrent wrong passwords from one address five are checked, then the right one has to wait", async () => {
  const { email } = await member();
  const from = { ip: someAddress(), userAgent: "vitest" };
  const attempts = await Promise.allSettled(
    Array.from({ length: 20 }, () => signInWithPassword({ email, password: "mala" }, from)),
  );
  const compared = attempts.filter(
    (result) => result.status === "rejected" && wrongCodes.includes(result.reason.code),
  );
  expect(compared).toHaveLength(5);
  await expect(signInWithPassword({ email, password: PASSWORD }, from)).rejects.toMatchObject({
    code: "too_many_attempts",
    until: expect.any(Date),
  });
  expect((await signInWithPassword({ email, password: PASSWORD }, browser())).token).not.toBe("");
});

test("successful sign-ins do not count towards the rate limit", async () => {
  const { email } = await member();
  const from = { ip: someAddress(), userAgent: "vitest" };
  for (let count = 0; count < 7; count++) await signInWithPassword({ email, password: PASSWORD }, from);
});

test("password recovery sends a link to known e-mails only and always answers the same", async () => {
  const { email } = await member();
  const stranger = someEmail();
  expect(await sendPasswordLink(email, message, browser())).toBe(
    await sendPasswordLink(stranger, message, browser()),
  );
  expect(await mailsTo(email)).toHaveLength(1);
  expect(await mailsTo(stranger)).toHaveLength(0);
});

test("an address gets three recovery links an hour; more requests get the same answer, whether it is known or not", async () => {
  const { email } = await member();
  for (const address of [email, someEmail()])
    for (let count = 0; count < 5; count++) await sendPasswordLink(address, message, browser());
  expect(await mailsTo(email)).toHaveLength(3);
});

test("after a recovery link was used, its owner gets another despite the rate limit that strangers spent", async () => {
  const { email, personId } = await member();
  for (let count = 0; count < 4; count++) await sendPasswordLink(email, message, browser());
  expect(await mailsTo(email)).toHaveLength(3);
  const token = await makePasswordLink(personId);
  await chooseNewPassword({ token, password: "otra frase larga y distinta" }, notice, browser());
  await sendPasswordLink(email, message, browser());
  expect((await mailsTo(email)).filter(({ subject }) => subject !== "notice")).toHaveLength(4);
});

test("a known device requests recovery links whatever others on its network did", async () => {
  const { email } = await member();
  const from = browser();
  for (let count = 0; count < 10; count++) await sendPasswordLink(someEmail(), message, from);
  await expect(sendPasswordLink(email, message, from)).rejects.toMatchObject({ code: "too_many_attempts" });
  await sendPasswordLink(email, message, { ...from, device: randomUUID() });
  expect(await mailsTo(email)).toHaveLength(1);
});

test("one network requests ten recovery links an hour, however its IPv6 addresses change", async () => {
  const network = `2001:db8:${randomInt(1, 65_535).toString(16)}:7`;
  const ask = (host: number) =>
    sendPasswordLink(someEmail(), message, { ip: `${network}::${host.toString(16)}` });
  for (let host = 1; host <= 10; host++) await ask(host);
  await expect(ask(11)).rejects.toMatchObject({ code: "too_many_attempts", until: expect.any(Date) });
});

test("a recovery link sets a password once, closes every session and is confirmed by e-mail", async () => {
  const { email, personId } = await member();
  const session = await makeSession(personId);
  const token = await makePasswordLink(personId);
  const password = "otra frase larga y distinta";
  const chosen = await Promise.allSettled(
    Array.from({ length: 5 }, () => chooseNewPassword({ token, password }, notice, browser())),
  );
  expect(chosen.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await findSessionActor(doorDatabase(), session)).toBeNull();
  await expect(signInWithPassword({ email, password: PASSWORD }, browser())).rejects.toMatchObject(refused);
  expect((await signInWithPassword({ email, password }, browser())).isCaja).toBe(false);
  expect(await mailsTo(email)).toEqual([expect.objectContaining({ subject: "notice" })]);
  expect((await readPasswordLink(token))?.state).toBe("used");
});

test("a newer recovery link invalidates the older one", async () => {
  const { personId } = await member();
  const older = await makePasswordLink(personId);
  await makePasswordLink(personId);
  expect((await readPasswordLink(older))?.state).toBe("superseded");
  await expect(
    chooseNewPassword({ token: older, password: "otra frase larga y distinta" }, notice, browser()),
  ).rejects.toMatchObject({ code: "link_not_usable" });
});

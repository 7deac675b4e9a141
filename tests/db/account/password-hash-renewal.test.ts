import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { chooseNewPassword } from "@/domain/account/recover";
import { signInWithPassword } from "@/domain/account/sign-in";
import { isOutdated } from "@/lib/crypto/password";
import {
  browser,
  keepNumbers,
  makeMember,
  makePasswordLink,
  makeProvider,
  owner,
  PASSWORD,
} from "@/tests/support/factories/account";

const notice = { subject: "notice", text: "notice" };

async function memberWithHash(stored?: string) {
  const created = await makeMember(await makeProvider(), "owner");
  if (stored) await owner`update person set password_hash = ${stored} where id = ${created.personId}`;
  return created;
}

async function hashOf(personId: string): Promise<string> {
  const [row] = await owner<{ hash: string }[]>`
    select password_hash as hash from person where id = ${personId}`;
  return row?.hash ?? "";
}

test.each([
  { memoryCost: 8192, timeCost: 1, parallelism: 1 },
  { memoryCost: 19_456, timeCost: 2, parallelism: 1 },
])("a password that was hashed at a lower cost is hashed anew when its owner signs in: %o", async (cost) => {
  const cheap = await hash(PASSWORD, cost);
  const { email, personId } = await memberWithHash(cheap);
  await expect(signInWithPassword({ email, password: `${PASSWORD}x` }, browser())).rejects.toThrow();
  expect(await hashOf(personId)).toBe(cheap);
  await signInWithPassword({ email, password: PASSWORD }, browser());
  const renewed = await hashOf(personId);
  expect(isOutdated(renewed)).toBe(false);
  await signInWithPassword({ email, password: PASSWORD }, browser());
  expect(await hashOf(personId)).toBe(renewed);
});

test("the new hash of an old password never replaces a password that was chosen meanwhile", async () => {
  const { personId } = await memberWithHash();
  const was = await hashOf(personId);
  await owner`update person set password_hash = 'chosen meanwhile' where id = ${personId}`;
  await call(doorDatabase(), "renew_password_hash", { person: personId, was, renewed: "of the old one" });
  expect(await hashOf(personId)).toBe("chosen meanwhile");
});

test("a password that an earlier version stored as NFKC still opens the account, and as typed (NFC) from then on", async () => {
  const typed = "una ﬁesta larga con ﬂores";
  const stored = await hash(typed.normalize("NFKC"), { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  const { email, personId } = await memberWithHash(stored);
  await signInWithPassword({ email, password: typed }, browser());
  await signInWithPassword({ email, password: typed.normalize("NFD") }, browser());
  const renewed = await hashOf(personId);
  expect(isOutdated(renewed)).toBe(false);
  await expect(
    signInWithPassword({ email, password: typed.normalize("NFKC") }, browser()),
  ).rejects.toMatchObject({ code: "bad_credentials" });
});

test("a link's new password made of the person's names or numbers or their company's, or a common one, is refused", async () => {
  const { personId } = await memberWithHash();
  await owner`update person set name = 'Hortensia Zuluaga' where id = ${personId}`;
  await keepNumbers(personId, { idNumber: "1042555318", mobile: "+573004445566" });
  const token = await makePasswordLink(personId);
  const choose = (password: string) => chooseNewPassword({ token, password }, notice, browser());
  for (const personal of ["hortensia zuluaga 1", "llámeme al 3004445566", "soy la cc 1042555318"])
    await expect(choose(personal)).rejects.toMatchObject({ code: "password_personal" });
  await expect(choose("mariposa chocolate 1")).rejects.toMatchObject({ code: "password_common" });
  expect((await choose("el gato duerme al sol")).personId).toBe(personId);
});

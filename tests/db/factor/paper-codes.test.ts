import { expect, test, vi } from "vitest";
import { makePaperCodes } from "@/domain/factor/paper-codes";
import { proveByCode } from "@/domain/factor/prove";
import { ProveCodeInput } from "@/domain/factor/schema";
import * as passwords from "@/lib/crypto/password";
import { browser, mailsTo, makeMember, makeProvider, owner } from "@/tests/support/factories/account";
import {
  agedProof,
  enrol,
  factorSession,
  halfSession,
  notice,
  someDevice,
} from "@/tests/support/factories/factor";
import { logOf, makeOfficial } from "@/tests/support/officials";

const prove = async (token: string, typed: string) =>
  proveByCode(
    token,
    await factorSession(token),
    ProveCodeInput.parse({ factorCode: typed }).factorCode,
    browser(),
    someDevice(),
  );

async function withCodes() {
  const { personId, email } = await makeOfficial("officer");
  const { token } = await enrol(await halfSession(personId));
  const codes = await makePaperCodes(token, await factorSession(token), notice, browser());
  return { personId, email, token, codes };
}

test("ten different codes are made, each opens once, however it is typed, and the remaining ones are counted", async () => {
  const { personId, email, token, codes } = await withCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  const [first = "", second = ""] = codes;
  await prove(await halfSession(personId), first.toLowerCase().replaceAll("-", " "));
  await prove(await halfSession(personId), second.replaceAll("0", "O").replaceAll("1", "l"));
  expect(await factorSession(token)).toMatchObject({ papers: 8 });
  await expect(prove(await halfSession(personId), first)).rejects.toMatchObject({ code: "wrong_code" });
  expect((await mailsTo(email)).length).toBe(2);
  expect((await logOf(personId)).map(({ action }) => action)).toContain("factor.codes_made");
});

test("of ten tries of one code at the same moment one opens", async () => {
  const { personId, codes } = await withCodes();
  const halves = await Promise.all(Array.from({ length: 10 }, () => halfSession(personId)));
  const tries = await Promise.allSettled(halves.map((half) => prove(half, codes[0] ?? "")));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("new codes end the earlier ones, and no database holds one as it is printed", async () => {
  const { personId, token, codes } = await withCodes();
  const again = await makePaperCodes(token, await factorSession(token), notice, browser());
  await expect(prove(await halfSession(personId), codes[0] ?? "")).rejects.toMatchObject({
    code: "wrong_code",
  });
  await prove(await halfSession(personId), again[0] ?? "");
  const [row] =
    await owner`select string_agg(encode(c.code_hash, 'escape') || encode(s.salt, 'escape'), ' ') as text
    from paper_code c join paper_code_set s on s.id = c.set_id where s.person_id = ${personId}`;
  for (const code of again) expect(row?.text).not.toContain(code.replaceAll("-", ""));
});

test("codes of somebody else open nothing", async () => {
  const [mine, other] = [await withCodes(), await withCodes()];
  await expect(prove(await halfSession(mine.personId), other.codes[0] ?? "")).rejects.toMatchObject({
    code: "wrong_code",
  });
});

test("codes are made with a fresh proof and beside a factor alone", async () => {
  const { personId, token } = await withCodes();
  await agedProof(personId, 5);
  await expect(makePaperCodes(token, await factorSession(token), notice, browser())).rejects.toMatchObject({
    code: "proof_needed",
  });
  const { personId: plain } = await makeMember(await makeProvider(), "owner");
  const session = await halfSession(plain, false);
  await expect(
    makePaperCodes(session, await factorSession(session), notice, browser()),
  ).rejects.toMatchObject({
    code: "not_allowed",
  });
});

test("codes are made five times an hour, and nothing is hashed for who may make none", async () => {
  const { personId, token } = await withCodes();
  const make = async () => makePaperCodes(token, await factorSession(token), notice, browser());
  for (let time = 0; time < 4; time++) await make();
  await expect(make()).rejects.toMatchObject({ code: "too_many_attempts", until: expect.any(Date) });
  await owner`delete from budget_counter where scope = 'factor.codes' and key = ${personId}`;
  await agedProof(personId, 6);
  const digests = vi.spyOn(passwords, "slowDigest");
  await expect(make()).rejects.toMatchObject({ code: "proof_needed" });
  expect(digests).not.toHaveBeenCalled();
});

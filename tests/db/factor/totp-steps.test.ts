import { expect, test } from "vitest";
import { proveByCode } from "@/domain/factor/prove";
import { totpCode } from "@/lib/crypto/totp";
import { browser, owner } from "@/tests/support/factories/account";
import { enrolled, factorSession, halfSession, someDevice, stepNow } from "@/tests/support/factories/factor";

const prove = async (token: string, code: string, known: string | null = null) =>
  proveByCode(token, await factorSession(token), { kind: "totp", text: code }, browser(), known);

/** What the deed answers when no step of 30 s begins while it runs; one that ran over two steps is done again. */
async function inOneStep<T>(deed: (step: number) => Promise<T>): Promise<T> {
  for (;;) {
    const step = await stepNow();
    const answer = await deed(step);
    if ((await stepNow()) === step) return answer;
  }
}

const outcomeOf = (proof: Promise<unknown>) =>
  proof.then(
    () => "in",
    ({ code }: { code: string }) => code,
  );

test("a code of two steps ago or ahead is wrong", async () => {
  const outcomes = await inOneStep(async (step) => {
    const { personId, secret } = await enrolled();
    await owner`update factor set last_step = null where person_id = ${personId}`;
    const halves = [await halfSession(personId), await halfSession(personId)];
    return Promise.all(
      halves.map((half, at) => outcomeOf(prove(half, totpCode(secret, step + (at === 0 ? -2 : 2))))),
    );
  });
  expect(outcomes).toEqual(["wrong_code", "wrong_code"]);
});

test("a code is accepted once, also by ten at the same moment, and none of before it", async () => {
  const { tries, before } = await inOneStep(async (step) => {
    const { personId, secret } = await enrolled();
    await owner`update factor set last_step = null where person_id = ${personId}`;
    const halves = await Promise.all(Array.from({ length: 10 }, () => halfSession(personId)));
    const code = totpCode(secret, step);
    const tries = await Promise.all(halves.map((half) => outcomeOf(prove(half, code, someDevice()))));
    return { tries, before: await outcomeOf(prove(await halfSession(personId), totpCode(secret, step - 1))) };
  });
  expect(tries.sort()).toEqual([...Array(9).fill("code_used"), "in"]);
  expect(before).toBe("code_used");
});

import { beforeAll, expect, test, vi } from "vitest";
import { confirmAccount } from "@/domain/account/confirm";
import { openSessionFor } from "@/domain/account/sign-in";
import { setPin } from "@/domain/branch/pin";
import * as passwords from "@/lib/crypto/password";
import {
  browser,
  makeMember,
  makePolicy,
  makeProvider,
  owner,
  PASSWORD,
} from "@/tests/support/factories/account";
import { agedProof } from "@/tests/support/factories/factor";
import { fillIn, submit } from "@/tests/support/factories/registration";

// What is hashed keeps others waiting: nobody has it done without an end, and nothing is hashed in vain.
const hashes = vi.spyOn(passwords, "hashPassword");
beforeAll(async () => {
  await makePolicy();
});

test("a PIN is set ten times an hour, and nothing is hashed without a fresh proof", async () => {
  const { personId } = await makeMember(await makeProvider(), "clerk");
  const { token } = await openSessionFor(personId, false, browser());
  const set = () => setPin(token, personId, "937264", browser());
  await agedProof(personId, 6);
  hashes.mockClear();
  await expect(set()).rejects.toMatchObject({ code: "proof_needed" });
  expect(hashes).not.toHaveBeenCalled();
  await agedProof(personId, 1);
  for (let time = 0; time < 10; time++) await set();
  await expect(set()).rejects.toMatchObject({ code: "too_many_attempts", until: expect.any(Date) });
  expect(hashes).toHaveBeenCalledTimes(10);
  await owner`update budget_counter set window_start = window_start - interval '1 hour'
    where scope = 'pin.set' and key = ${personId}`;
  await set();
});

test("a registration of an address that has an account hashes nothing, however often its link is sent", async () => {
  const { email } = await makeMember(await makeProvider(), "clerk");
  const { token } = await fillIn({ email });
  const link = await submit(token);
  hashes.mockClear();
  for (let time = 0; time < 3; time++)
    await expect(confirmAccount({ token: link, password: PASSWORD }, browser())).rejects.toMatchObject({
      code: "email_taken",
    });
  expect(hashes).not.toHaveBeenCalled();
});

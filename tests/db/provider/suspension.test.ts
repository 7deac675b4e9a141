import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { changeStanding, readProvider, readProviders } from "@/domain/provider/standing";
import { authorize, type Grant } from "@/model/access";
import {
  browser,
  mailsTo,
  makeMember,
  makeProvider,
  owner,
  someEmail,
  someNit,
} from "@/tests/support/factories/account";

afterAll(() => owner.end());

const message = () => ({ subject: "standing", text: "" });

async function makeAdministrator(): Promise<Grant<"provider.manage">> {
  const email = someEmail();
  const [row] = await owner<{ id: string }[]>`insert into person (email, name, caja_role)
    values (${email}, 'Ana', 'administrator') returning id`;
  if (!row) throw new Error("no administrator made");
  return authorize(
    { kind: "caja", role: "administrator", personId: row.id, sessionId: randomUUID(), name: "Ana", email },
    "provider.manage",
  );
}

test("of ten concurrent suspensions one succeeds, and the owners get one e-mail", async () => {
  const [grant, provider] = await Promise.all([makeAdministrator(), makeProvider()]);
  const { email } = await makeMember(provider, "owner");
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, () =>
      changeStanding(grant, { provider, suspend: true, reason: "Cobró dos veces." }, message, browser()),
    ),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await mailsTo(email)).toHaveLength(1);
  const events =
    await owner`select 1 from audit_event where action = 'provider.suspended' and subject_id = ${provider}`;
  expect(events).toHaveLength(1);
});

test("a reactivated provider works as before and cannot be reactivated again", async () => {
  const [grant, provider] = await Promise.all([makeAdministrator(), makeProvider()]);
  await changeStanding(grant, { provider, suspend: true, reason: "Cobró dos veces." }, message, browser());
  expect((await readProvider(grant, provider))?.suspensionReason).toBe("Cobró dos veces.");
  await changeStanding(grant, { provider, suspend: false, reason: "Ya lo aclaró." }, message, browser());
  expect((await readProvider(grant, provider))?.suspendedAt).toBeNull();
  await expect(
    changeStanding(grant, { provider, suspend: false, reason: "Ya lo aclaró." }, message, browser()),
  ).rejects.toMatchObject({
    code: "provider_state_changed",
  });
});

test("a search finds a provider by NIT and matches a % literally", async () => {
  const grant = await makeAdministrator();
  const nit = someNit();
  const id = await makeProvider({ nit });
  expect((await readProviders(grant, nit, 1)).rows.map((row) => row.id)).toEqual([id]);
  expect((await readProviders(grant, "%", 1)).rows).toEqual([]);
});

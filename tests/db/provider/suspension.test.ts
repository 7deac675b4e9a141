import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import {
  changeStanding,
  readProvider,
  readProviderStanding,
  readProviders,
} from "@/domain/provider/standing";
import { authorize, type Grant } from "@/model/access";
import { addDays, bogotaDay } from "@/model/calendar";
import {
  browser,
  mailsTo,
  makeMember,
  makeProvider,
  owner,
  someEmail,
  someNit,
} from "@/tests/support/factories/account";
import { makeTill } from "@/tests/support/look-up-orders";

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

test("a suspension from a later day holds from the beginning of that day in Bogotá, and is told before", async () => {
  const [grant, till] = await Promise.all([makeAdministrator(), makeTill()]);
  const { id } = till.actor.provider;
  const from = addDays(bogotaDay(new Date()), 3);
  const reason = "Falta la factura de octubre.";
  await changeStanding(grant, { provider: id, suspend: true, reason, from }, message, browser());
  const [may] = await owner`select provider_may_work(${id}, now()) as today,
    provider_may_work(${id}, bogota_start(${from}) - interval '1 second') as before,
    provider_may_work(${id}, bogota_start(${from})) as after`;
  expect(may).toEqual({ today: true, before: true, after: false });
  const pause = () =>
    call(databaseFor(authorize(till.actor, "order.look_up")), "own_pause", {
      provider: id,
      person: till.actor.personId,
    });
  const told = { suspendedFrom: from, suspensionReason: reason };
  expect(await pause()).toMatchObject({ paused: false, suspended: false, ...told });
  expect((await readProviderStanding(grant, id))?.standing).toMatchObject({
    standing: "works",
    suspendedFrom: from,
  });
  expect((await readProviders(grant, till.actor.provider.nit, 1, "to_suspend")).rows).toHaveLength(1);
  expect((await readProviders(grant, till.actor.provider.nit, 1, "suspended")).rows).toHaveLength(0);

  // The day has come; nothing had to run.
  await owner`update provider set suspended_at = bogota_start(bogota_today()) where id = ${id}`;
  expect(await pause()).toMatchObject({ paused: true, suspended: true });
  expect((await readProviderStanding(grant, id))?.standing?.standing).toBe("suspended");
  expect((await readProviders(grant, till.actor.provider.nit, 1, "suspended")).rows).toHaveLength(1);
});

test("a suspension that has not begun is lifted with a reason, and both days stand in the log", async () => {
  const [grant, provider] = await Promise.all([makeAdministrator(), makeProvider()]);
  const from = addDays(bogotaDay(new Date()), 9);
  await changeStanding(
    grant,
    { provider, suspend: true, reason: "Cobró dos veces.", from },
    message,
    browser(),
  );
  await changeStanding(grant, { provider, suspend: false, reason: "Ya lo aclaró." }, message, browser());
  expect((await readProvider(grant, provider))?.suspendedAt).toBeNull();
  const events = await owner<{ action: string; detail: unknown }[]>`select action, detail from audit_event
    where subject_id = ${provider} order by seq`;
  expect(events).toEqual([
    { action: "provider.suspended", detail: { reason: "Cobró dos veces.", from } },
    { action: "provider.reactivated", detail: { reason: "Ya lo aclaró." } },
  ]);
});

test("a suspension from a past day or from later than a year is refused", async () => {
  const [grant, provider] = await Promise.all([makeAdministrator(), makeProvider()]);
  const today = bogotaDay(new Date());
  for (const from of [addDays(today, -1), addDays(today, 366)])
    await expect(
      changeStanding(
        grant,
        { provider, suspend: true, reason: "Cobró dos veces.", from },
        message,
        browser(),
      ),
    ).rejects.toMatchObject({ code: "day_outside" });
  expect((await readProvider(grant, provider))?.suspendedAt).toBeNull();
});

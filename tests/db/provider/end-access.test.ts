import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { jobsDatabase } from "@/db/client";
import { endProviderAccess } from "@/domain/provider/access";
import { EndAccessInput, EVERYBODY } from "@/domain/provider/access-schema";
import { readProviderSeen } from "@/domain/provider/standing";
import { applyRetentionRule } from "@/domain/retention/apply";
import { authorize } from "@/model/access";
import {
  addMembership,
  browser,
  mailsTo,
  makeMember,
  makeProvider,
  makeSession,
  owner,
  someEmail,
} from "@/tests/support/factories/account";
import { makeCajaPerson } from "@/tests/support/factories/own-order";

const reason = "La tienda cerró y lo pidió por escrito.";
const email = (company: string) => ({ subject: "ended", text: company });

/** A company with an owner and a clerk, and an administrator who ends somebody's access. */
async function makeTeam({ approved = true, suspended = false } = {}) {
  const provider = await makeProvider({ approved });
  if (suspended)
    await owner`update provider set suspended_at = now(), suspension_reason = 'Cerró' where id = ${provider}`;
  const [boss, clerk] = [await makeMember(provider, "owner"), await makeMember(provider, "clerk")];
  const grant = authorize(await makeCajaPerson("administrator"), "provider.manage");
  const end = async (who: string, seen?: string) =>
    endProviderAccess(
      grant,
      EndAccessInput.parse({
        provider,
        who,
        reason,
        seen: seen ?? (await readProviderSeen(grant, provider)),
      }),
      email,
      browser(),
    );
  const working = async () => {
    const rows = await owner<{ id: string }[]>`select person_id as id from membership
      where provider_id = ${provider} and removed_at is null`;
    return rows.map(({ id }) => id).toSorted();
  };
  return { provider, boss, clerk, grant, end, working };
}

async function pairedBy(person: string, provider: string): Promise<string> {
  const [device] = await owner<{ id: string }[]>`
    with b as (insert into branch (provider_id, name) values (${provider}, ${randomUUID()}) returning id),
    c as (insert into counter (branch_id, name) select id, 'Punto 1' from b returning id)
    insert into counter_device (counter_id, token_hash, paired_by, expires_at)
    select id, sha256(gen_random_uuid()::text::bytea), ${person}, now() + interval '1 day' from c returning id`;
  return device?.id ?? "";
}

const isLive = async (device: string) =>
  (await owner`select from counter_device where id = ${device} and ended_at is null`).length === 1;

const openSessions = async (person: string) =>
  (await owner`select from session where person_id = ${person} and revoked_at is null`).length;

test("one person's access ends with their sessions, devices and invitations, they read why, and the log says it", async () => {
  const { provider, boss, clerk, grant, end, working } = await makeTeam();
  await makeSession(clerk.personId);
  await makeSession(boss.personId);
  const devices = [await pairedBy(clerk.personId, provider), await pairedBy(boss.personId, provider)];
  const [invited] = await owner<
    { id: string }[]
  >`insert into invitation (provider_id, email, name, role, invited_by)
    values (${provider}, ${someEmail()}, 'Persona', 'clerk', ${clerk.personId}) returning id`;
  await end(clerk.personId);
  expect(await working()).toEqual([boss.personId]);
  expect([await openSessions(clerk.personId), await openSessions(boss.personId)]).toEqual([0, 1]);
  expect(await Promise.all(devices.map(isLive))).toEqual([false, true]);
  expect(
    await owner`select from invitation where id = ${invited?.id ?? ""} and cancelled_at is not null`,
  ).toHaveLength(1);
  expect((await mailsTo(clerk.email)).map(({ subject }) => subject)).toEqual(["ended"]);
  expect(await mailsTo(boss.email)).toEqual([]);
  const events = await owner`select actor_id, subject_id, detail from audit_event
    where provider_id = ${provider} and action = 'member.access_ended'`;
  expect([...events]).toEqual([
    { actor_id: grant.actor.personId, subject_id: clerk.personId, detail: { role: "clerk", reason } },
  ]);
  await expect(end(clerk.personId)).rejects.toMatchObject({ code: "member_gone" });
});

test("access to another company goes on, with its sessions", async () => {
  const { provider, clerk, end } = await makeTeam();
  const elsewhere = await makeProvider();
  await addMembership(clerk.personId, elsewhere, "clerk");
  for (const company of [provider, elsewhere]) {
    const hash = await makeSession(clerk.personId);
    await owner`update session set membership_id = (select id from membership
      where person_id = ${clerk.personId} and provider_id = ${company}) where token_hash = ${hash}`;
  }
  await end(clerk.personId);
  const open = await owner`select m.provider_id from session s join membership m on m.id = s.membership_id
    where s.person_id = ${clerk.personId} and s.revoked_at is null`;
  expect([...open]).toEqual([{ provider_id: elsewhere }]);
});

test("the last owner stays while the company may work: it is suspended first, and not for a later day", async () => {
  const { provider, boss, end, working } = await makeTeam();
  const everybody = await working();
  for (const who of [boss.personId, EVERYBODY])
    await expect(end(who)).rejects.toMatchObject({ code: "owner_needed" });
  await owner`update provider set suspended_at = now() + interval '3 days', suspension_reason = 'Cierra'
    where id = ${provider}`;
  await expect(end(EVERYBODY)).rejects.toMatchObject({ code: "owner_needed" });
  expect(await working()).toEqual(everybody);
  const second = await makeMember(provider, "owner");
  await end(boss.personId);
  await expect(end(second.personId)).rejects.toMatchObject({ code: "owner_needed" });
  await owner`update provider set suspended_at = now() where id = ${provider}`;
  await end(EVERYBODY);
  expect(await working()).toEqual([]);
});

test("with the last person every device of the company ends", async () => {
  const { provider, boss, clerk, end, working } = await makeTeam({ suspended: true });
  const former = await makeMember(provider, "owner");
  const device = await pairedBy(former.personId, provider);
  await owner`update membership set removed_at = now() where person_id = ${former.personId}`;
  await end(boss.personId);
  expect(await isLive(device)).toBe(true);
  await end(clerk.personId);
  expect([await working(), await isLive(device)]).toEqual([[], false]);
});

test("a rejected company loses its people once the caja has decided on what waits", async () => {
  const { provider, boss, end, working } = await makeTeam({ approved: false });
  const [request] = await owner<{ id: string }[]>`
    insert into request (filing_number, provider_id, application_code, state, submitted_by)
    values (${randomUUID()}, ${provider}, 'CONVENIOS', 'submitted', ${boss.personId}) returning id`;
  await expect(end(EVERYBODY)).rejects.toMatchObject({ code: "request_waits" });
  await owner`update request set state = 'rejected', reason = 'Sin RUT', decided_at = now(),
    decided_by = ${(await makeCajaPerson("reviewer")).personId} where id = ${request?.id ?? ""}`;
  await end(EVERYBODY);
  expect(await working()).toEqual([]);
});

test("the act is decided on what was shown", async () => {
  const { provider, clerk, grant, end } = await makeTeam();
  const seen = await readProviderSeen(grant, provider);
  await owner`update provider set legal_name = 'Otra S.A.S.' where id = ${provider}`;
  await expect(end(clerk.personId, seen)).rejects.toMatchObject({ code: "changed_since" });
});

test("what is personal of who lost access is forgotten at once when they ask, and else after three years", async () => {
  const { boss, clerk, end } = await makeTeam({ approved: false });
  const isEmptied = async (person: string) =>
    (await owner`select from person where id = ${person} and email like '%olvidada.invalid'`).length === 1;
  const forget = (person: { email: string }) => owner`select forget_holder(
    ${owner.json({ email: person.email, person_index: "", affiliate_indexes: [] })}, null, 'H-1', 'x')`;
  await forget(boss);
  expect(await isEmptied(boss.personId)).toBe(false);
  await end(EVERYBODY);
  await forget(boss);
  expect(await isEmptied(boss.personId)).toBe(true);
  await applyRetentionRule(jobsDatabase(), "closed_accounts");
  expect(await isEmptied(clerk.personId)).toBe(false);
  await owner`update membership set removed_at = now() - interval '3 years 1 day' where person_id = ${clerk.personId}`;
  await applyRetentionRule(jobsDatabase(), "closed_accounts");
  expect(await isEmptied(clerk.personId)).toBe(true);
});

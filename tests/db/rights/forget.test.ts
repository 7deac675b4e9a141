import { afterAll, expect, test } from "vitest";
import { makeMember, makeProvider, owner, someEmail } from "@/tests/support/factories/account";
import { rightsRow } from "@/tests/support/factories/rights";
import { loggedEvents } from "@/tests/support/logged-events";
import { rightsDesk } from "@/tests/support/rights-desk";

afterAll(() => owner.end());

const desk = await rightsDesk();

async function makeFormer() {
  const { personId, email } = await makeMember(await makeProvider(), "clerk");
  await owner`update membership set removed_at = now() where person_id = ${personId}`;
  return { personId, email };
}
const emailOf = async (personId: string) =>
  (await owner<{ email: string }[]>`select email from person where id = ${personId}`)[0]?.email;

test("a question or a correction never forgets, nor a refused request: it stays open and the account whole", async () => {
  const { personId, email } = await makeFormer();
  for (const asked of [
    { kind: "consult", result: "granted" },
    { kind: "correct", result: "granted" },
    { kind: "erase", result: "refused" },
    { kind: "revoke", result: "refused" },
  ] as const) {
    const { number } = await desk.fileSeen({ kind: asked.kind, email, words: "Algo" });
    await expect(desk.answer(number, { result: asked.result, forget: "1" }), asked.kind).rejects.toThrow(
      "rights_not_erasing",
    );
    expect(await rightsRow(number)).toMatchObject({ state: "open", version: 2 });
    expect((await loggedEvents(number)).map(([action]) => action)).not.toContain("rights.forgotten");
  }
  expect(await emailOf(personId)).toBe(email);
  const { number } = await desk.fileSeen({ kind: "revoke", email });
  await desk.answer(number, { result: "partly", forget: "1" });
  expect(await emailOf(personId)).toBe(`${personId}@olvidada.invalid`);
});

/** Invites to a new company; an invitation of before was accepted. */
async function invite(email: string, acceptedAt: Date | null = null) {
  const provider = await makeProvider();
  const { personId } = await makeMember(provider, "owner");
  const [row] = await owner<{ id: string }[]>`insert into invitation
    (provider_id, email, name, role, invited_by, accepted_at)
    values (${provider}, ${email}, 'Ana Prueba', 'clerk', ${personId}, ${acceptedAt}) returning id`;
  const id = row?.id ?? "";
  await owner`insert into mail_link (purpose, subject_id, token_hash, expires_at)
    values ('invite', ${id}, sha256(${id}::text::bytea), now() + interval '1 day')`;
  return id;
}
const invitationState = async (id: string) => {
  const [row] = await owner`select i.name, i.email = i.id || '@olvidada.invalid' as emptied,
      i.cancelled_at is not null as ended, (select invitation_state(i, l)) as link
    from invitation i join mail_link l on l.subject_id = i.id where i.id = ${id}`;
  return row;
};

test("forgetting empties the invitations of who has no account, of which the open ones end with their link", async () => {
  const email = someEmail();
  const [open, other] = [await invite(email.toUpperCase()), await invite(someEmail())];
  const { number } = await desk.fileSeen({ kind: "erase", email });
  expect((await desk.held(number)).invitations).toHaveLength(1);
  await desk.answer(number, { forget: "1" });
  expect(await invitationState(open)).toEqual({ name: "", emptied: true, ended: true, link: "cancelled" });
  expect(await invitationState(other)).toMatchObject({ name: "Ana Prueba", ended: false, link: "ok" });
  const [event] =
    await owner`select detail from audit_event where subject_id = ${number} and action = 'rights.forgotten'`;
  expect(event?.detail).toEqual({ typed: 0, accounts: 0, invitations: 1 });
  const [ended] = await owner`select detail from audit_event where subject_id = ${open}`;
  expect(ended?.detail).toEqual({ because: "forgotten" });
});

test("forgetting empties the invitations of an emptied account, and leaves those of one that works", async () => {
  const former = await makeFormer();
  const [own, accepted] = [await invite(former.email), await invite(former.email, new Date())];
  const working = await makeMember(await makeProvider(), "clerk");
  const kept = await invite(working.email);
  for (const { email } of [former, working]) {
    const { number } = await desk.fileSeen({ kind: "erase", email });
    await desk.answer(number, { forget: "1" });
  }
  expect(await invitationState(own)).toMatchObject({ name: "", emptied: true, ended: true });
  expect(await invitationState(accepted)).toMatchObject({ name: "", emptied: true, ended: false });
  expect(await invitationState(kept)).toMatchObject({ name: "Ana Prueba", ended: false, link: "ok" });
});

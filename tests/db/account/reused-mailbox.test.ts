import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { doorDatabase } from "@/db/client";
import { findSessionActor } from "@/db/queries/session";
import { acceptInvitation } from "@/domain/account/accept-invitation";
import { readPasswordLink } from "@/domain/account/recover";
import { personIdIndex } from "@/domain/account/sealed-fields";
import { signInWithPassword } from "@/domain/account/sign-in";
import { readHistory } from "@/domain/history/read-history";
import { readHistoryFilters } from "@/domain/history/schema";
import { inviteMember } from "@/domain/team/invite-member";
import { tokenHash } from "@/lib/crypto/token";
import { authorize } from "@/model/access";
import {
  browser,
  makeMember,
  makePolicy,
  makeProvider,
  makeSession,
  owner,
  PASSWORD,
  someEmail,
  teamGrant,
} from "@/tests/support/factories/account";
import { makeOrder } from "@/tests/support/look-up-orders";
import { firstValue } from "@/tests/support/rolled-back";
import { rowOf, someoneLeft } from "@/tests/support/someone-left";
import { lookUpOutcome } from "@/tests/support/typed-look-up";

beforeAll(makePolicy);

/** Invites a mailbox to a team, and answers the link in it. */
async function invite(provider: string, boss: string, email: string, name: string): Promise<string> {
  let link = "";
  const emails = (token: string) => {
    link = token;
    return { invite: { subject: "invite", text: "" }, known: { subject: "known", text: "" } };
  };
  await inviteMember(teamGrant(provider, boss), { name, email, role: "clerk" }, emails, browser());
  return link;
}

const accept = (token: string, name: string) =>
  acceptInvitation(
    { token, name, password: "otra frase de quien llegó después", treatment: "1", terms: "1" },
    { ...browser(), language: "es-CO" },
  );

test("a mailbox that passes to a successor takes nothing of its former person along", async () => {
  const { provider, boss, email, ana, idNumber, link } = await someoneLeft();
  const { personId: berta } = await accept(await invite(provider, boss, email, "Berta"), "Berta Nueva");
  expect(berta).not.toBe(ana);
  expect(await rowOf(berta)).toEqual({
    ...{ name: "Berta Nueva", email, id_kind: null, id_number_index: null, mobile_sealed: null },
    ...{ enters: true, factor: false, pin: false },
  });
  // What proves who answered for the company stays hers, and opens nothing.
  expect(await rowOf(ana)).toMatchObject({
    ...{ name: "Ana Anterior", id_number_index: personIdIndex(idNumber), mobile_sealed: expect.anything() },
    ...{ enters: false, factor: false, pin: false },
  });
  await expect(signInWithPassword({ email, password: PASSWORD }, browser())).rejects.toMatchObject({
    code: "bad_credentials",
  });
  const entered = await signInWithPassword(
    { email, password: "otra frase de quien llegó después" },
    browser(),
  );
  expect(entered.waits).toBe(false);
  expect(await findSessionActor(doorDatabase(), tokenHash(entered.token))).toMatchObject({ personId: berta });
  expect((await readPasswordLink(link))?.state).toBe("superseded");
});

test("what the former person did keeps their name, and the successor's is their own", async () => {
  const { provider, boss, till, email, ana } = await someoneLeft();
  const { personId: berta } = await accept(await invite(provider, boss, email, "Berta"), "Berta Nueva");
  const { sessionId } = await sessionRow(berta);
  const asked = authorize({ ...till.actor, personId: berta, sessionId }, "order.look_up");
  await lookUpOutcome(asked, await makeOrder());
  const grant = authorize({ ...till.actor, role: "owner", personId: boss }, "history.read");
  const names = async (person = "") => {
    const filters = readHistoryFilters((name) => (name === "person" ? person : ""));
    const { days } = await readHistory(grant, { filters, size: 100, page: 1 });
    return days.flatMap(({ entries }) => entries.map((entry) => entry.person)).sort();
  };
  expect(await names()).toEqual(["Ana Anterior", "Berta Nueva"]);
  expect(await names(ana)).toEqual(["Ana Anterior"]);
  const people = await owner<{ name: string }[]>`select name from own_people(${boss}, ${provider})`;
  expect(people.map(({ name }) => name)).toEqual(expect.arrayContaining(["Ana Anterior", "Berta Nueva"]));
});

async function sessionRow(person: string): Promise<{ sessionId: string }> {
  const hash = await makeSession(person);
  return { sessionId: await firstValue<string>(owner`select id from session where token_hash = ${hash}`) };
}

type Held = { accounts: { id: string; email: string | null }[]; invitations: { name: string }[] };
const heldOn = (holder: { email?: string; idNumber?: string }) =>
  firstValue<Held>(
    owner`select held_of_holder(${owner.json({
      person_index: personIdIndex(holder.idNumber ?? "0").toString("base64"),
      affiliate_indexes: [],
      request_index: "",
      nit: "0",
      email: holder.email ?? null,
    })})`,
  );

test("of what is held on one of the two nothing is the other's, nor an invitation that she accepted", async () => {
  const { provider, boss, email, ana, idNumber } = await someoneLeft();
  await owner`insert into invitation (provider_id, email, name, role, invited_by, invited_at, accepted_at)
    values (${provider}, ${email}, 'Ana Anterior', 'owner', ${boss}, now() - interval '1 day', now())`;
  // Hers is one that was taken back and sent anew.
  await invite(provider, boss, email, "Berta");
  await owner`update invitation set cancelled_at = now() where email = ${email} and accepted_at is null`;
  const { personId: berta } = await accept(await invite(provider, boss, email, "Berta"), "Berta Nueva");
  const former = await heldOn({ idNumber });
  expect(former.accounts).toEqual([expect.objectContaining({ id: ana, email: null })]);
  expect(former.invitations.map(({ name }) => name)).toEqual(["Ana Anterior"]);
  const present = await heldOn({ email });
  expect(present.accounts).toEqual([expect.objectContaining({ id: berta, email })]);
  expect(present.invitations.map(({ name }) => name)).toEqual(["Berta", "Berta"]);
});

test("what stays of the former person is emptied when its time is over, as of everybody who left", async () => {
  const { provider, boss, email, ana } = await someoneLeft();
  await accept(await invite(provider, boss, email, "Berta"), "Berta Nueva");
  const isOver = () => firstValue<boolean>(owner`select is_account_over(p) from person p where id = ${ana}`);
  expect(await isOver()).toBe(false);
  await owner`update membership set removed_at = now() - interval '4 years' where person_id = ${ana}`;
  expect(await isOver()).toBe(true);
});

test("a change of e-mail that the former person had asked for ends with the mailbox", async () => {
  const { provider, boss, email, ana } = await someoneLeft();
  const [old, other] = [Buffer.from(randomUUID()), Buffer.from(randomUUID())];
  await owner`insert into email_change (id, person_id, email_sealed, old_hash, new_hash, expires_at)
    values (${randomUUID()}, ${ana}, 'x', ${old}, ${other}, now() + interval '1 hour')`;
  await accept(await invite(provider, boss, email, "Berta"), "Berta Nueva");
  const outcome = await firstValue(owner`select confirm_email_change(${old}, ${someEmail()}, '[]', 'x')`);
  expect(outcome).toBe("gone");
});

test("of two who accept with one mailbox at once one gets it, and its former person gives it up once", async () => {
  for (let round = 0; round < 3; round++) {
    const { provider, boss, email, ana } = await someoneLeft();
    const elsewhere = await makeProvider();
    const { personId: otherBoss } = await makeMember(elsewhere, "owner");
    const links = [
      await invite(provider, boss, email, "Berta"),
      await invite(elsewhere, otherBoss, email, "Carla"),
    ];
    const results = await Promise.allSettled(links.map((link) => accept(link, "Berta Nueva")));
    const reasons = results.map((result) => (result.status === "rejected" ? result.reason.code : "in"));
    expect(reasons.sort()).toEqual(["email_taken", "in"]);
    const people = await owner<{ id: string }[]>`select id from person where lower(email) = ${email}`;
    expect(people).toHaveLength(1);
    expect(people[0]?.id).not.toBe(ana);
  }
});

test("who comes back is enrolled under an id of their own, and an id that is somebody's enrols nobody", async () => {
  const { email, ana } = await someoneLeft();
  const enrolled = (person: string, address: string) =>
    firstValue<string | null>(owner`select enrol_person(${address}, 'Ana', null, null, null, 'x',
      ${owner.json({ person })})`);
  expect(await enrolled(ana, someEmail())).toBeNull();
  const own = randomUUID();
  expect(await enrolled(own, email)).toBe(own);
});

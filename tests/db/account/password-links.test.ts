import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readPasswordLink, sendPasswordLink } from "@/domain/account/recover";
import { shortDigest } from "@/lib/crypto/digest";
import { tokenHash } from "@/lib/crypto/token";
import {
  addMembership,
  browser,
  mailsTo,
  makeMember,
  makePasswordLink,
  makeProvider,
  makeSession,
  owner,
} from "@/tests/support/factories/account";
import { firstValue } from "@/tests/support/rolled-back";

const message = () => ({ subject: "link", text: "link" });

test("a new link supersedes the open one of its person and purpose, and no other", async () => {
  const [ana, luis] = [randomUUID(), randomUUID()];
  const link = async (purpose: string, subject: string) => {
    const hash = randomBytes(32);
    await owner`select new_mail_link(${purpose}, ${subject}, ${hash}, 60)`;
    return hash;
  };
  const [older, open, invited, newer] = [
    await link("password", ana),
    await link("password", luis),
    await link("invite", ana),
    await link("password", ana),
  ];
  const newest = await link("password", ana);
  const superseded = async () =>
    (
      await owner<{ token_hash: Buffer }[]>`
        select token_hash from mail_link where subject_id in ${owner([ana, luis])} and superseded_at is not null`
    ).map(({ token_hash }) => token_hash.toString("hex"));
  expect((await superseded()).sort()).toEqual([older, newer].map((hash) => hash.toString("hex")).sort());
  await owner`update mail_link set used_at = now() where token_hash = ${newest}`;
  await link("password", ana);
  expect(await superseded()).toHaveLength(2);
  const stillOpen =
    await owner`select from mail_link where token_hash in ${owner([open, invited])} and superseded_at is null`;
  expect(stillOpen).toHaveLength(2);
});

test("a chosen password ends the sessions and the waits of its person, and those of nobody else", async () => {
  const [ana, luis] = [
    await makeMember(await makeProvider(), "owner"),
    await makeMember(await makeProvider(), "owner"),
  ];
  const [first, closed, other] = [
    await makeSession(ana.personId),
    await makeSession(ana.personId),
    await makeSession(luis.personId),
  ];
  await owner`update session set revoked_at = '2026-01-01' where token_hash = ${closed}`;
  const [mine, theirs] = [shortDigest(ana.email), shortDigest(luis.email)];
  const counters = (key: string) =>
    ["signin.account", "mail.password", "mail.confirm"]
      .map((scope) => [scope, key])
      .concat([["signin.pair", `${key}:a`]]);
  const all = [...counters(mine), ...counters(theirs)];
  for (const [scope = "", key = ""] of all)
    await owner`insert into budget_counter (scope, key, window_start, spent) values (${scope}, ${key}, now(), 1)`;
  const hash = tokenHash(await makePasswordLink(ana.personId));
  const event = randomUUID();
  const outcome = await firstValue(
    owner`select outcome from choose_password(${hash}, 'x', ${event}, ${event}, '', 'x', ${mine})`,
  );
  expect(outcome).toBe("done");
  const rows = await owner<{ token_hash: Buffer; revoked: string | null }[]>`
    select token_hash, (revoked_at at time zone 'UTC')::date::text as revoked from session
    where token_hash in ${owner([first, closed, other])}`;
  const revoked = (of: Buffer) => rows.find(({ token_hash }) => token_hash.equals(of))?.revoked;
  expect([revoked(first) === null, revoked(closed), revoked(other)]).toEqual([false, "2026-01-01", null]);
  const left = await owner<{ scope: string; key: string }[]>`
    select scope, key from budget_counter where split_part(key, ':', 1) in ${owner([mine, theirs])}`;
  expect(left.map(({ scope, key }) => [scope, key]).sort()).toEqual(
    [["mail.confirm", mine], ...counters(theirs)].sort(),
  );
});

test("neither a disabled person nor one who is in no team any more gets a link", async () => {
  const [disabled, removed] = [
    await makeMember(await makeProvider(), "owner"),
    await makeMember(await makeProvider(), "owner"),
  ];
  await owner`update person set disabled_at = now() where id = ${disabled.personId}`;
  await owner`update membership set removed_at = now() where person_id = ${removed.personId}`;
  for (const { email, personId } of [disabled, removed]) {
    expect(await sendPasswordLink(email, message, browser())).toBeUndefined();
    expect(await mailsTo(email)).toEqual([]);
    expect(await owner`select from mail_link where subject_id = ${personId}`).toHaveLength(0);
  }
});

test("a link is read with the companies of its person, and not with those that they left", async () => {
  const [now, before] = [await makeProvider(), await makeProvider()];
  const { personId } = await makeMember(now, "owner");
  await addMembership(personId, before, "clerk");
  await owner`update membership set removed_at = now() where provider_id = ${before}`;
  await owner`update provider set legal_name = 'La de antes' where id = ${before}`;
  const link = await readPasswordLink(await makePasswordLink(personId));
  const [provider] = await owner<{ nit: string }[]>`select nit from provider where id = ${now}`;
  expect(link).toMatchObject({ nits: [provider?.nit], names: ["Persona de prueba", "Prueba S.A.S."] });
});

test("no second person of the caja is made for an address that is in use", async () => {
  const { email } = await makeMember(await makeProvider(), "owner");
  const created = await firstValue(
    owner`select create_caja_person(${randomUUID()}, ${email}, 'Ana', 'auditor', ${randomBytes(32)}, 'x')`,
  );
  expect(created).toBeNull();
});

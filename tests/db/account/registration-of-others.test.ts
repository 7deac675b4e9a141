import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import {
  makeMember,
  makePolicy,
  makeProvider,
  owner,
  someEmail,
  someNit,
} from "@/tests/support/factories/account";
import { firstValue } from "@/tests/support/rolled-back";

type Changes = Record<string, string | Date | null>;

/** A registration that was submitted, and may be confirmed for an hour. */
async function registration(changes: Changes = {}) {
  const token = randomBytes(32);
  const hour = new Date(Date.now() + 3_600_000);
  const row = {
    token_hash: token,
    policy_id: await makePolicy(),
    language: "es-CO",
    answers: Buffer.from(randomUUID()),
  };
  const [stored] = await owner<{ id: string; answers: Buffer }[]>`
    insert into registration ${owner({ ...row, expires_at: hour, submitted_at: new Date(), purposes: [], ...changes } as never)}
    returning id, answers`;
  return { token, id: stored?.id ?? "", answers: stored?.answers ?? Buffer.alloc(0) };
}

/** A link that was sent for a registration. */
async function linkOf(subject: string, changes: Changes = {}): Promise<Buffer> {
  const hash = randomBytes(32);
  const hour = new Date(Date.now() + 3_600_000);
  await owner`insert into mail_link ${owner({ purpose: "confirm", subject_id: subject, token_hash: hash, expires_at: hour, ...changes } as never)}`;
  return hash;
}

const stateOf = (hash: Buffer) =>
  firstValue(owner`select mail_link_state(l) from mail_link l where l.token_hash = ${hash}`);

test("new data of a registration supersede its own open links, and change nothing of another one", async () => {
  const [own, other] = [await registration(), await registration()];
  const [open, used, invite, strange] = [
    await linkOf(own.id),
    await linkOf(own.id, { used_at: new Date() }),
    await linkOf(own.id, { purpose: "invite" }),
    await linkOf(other.id),
  ];
  const answer = (token: Buffer) =>
    firstValue(owner`select answer_registration(${token}, ${Buffer.from("nuevo")})`);
  expect(await answer(own.token)).toBe("done");
  expect(await Promise.all([open, used, invite, strange].map(stateOf))).toEqual([
    "superseded",
    "used",
    "ok",
    "ok",
  ]);
  const [row] =
    await owner`select answers, submitted_at is not null as submitted from registration where id = ${other.id}`;
  expect(row).toEqual({ answers: other.answers, submitted: true });
  const over: Changes[] = [{ completed_at: new Date() }, { expires_at: new Date(Date.now() - 1_000) }];
  for (const changes of over) expect(await answer((await registration(changes)).token)).toBe("closed");
  expect(await answer(randomBytes(32))).toBe("closed");
});

test("a confirmation is sent for what was typed last, while the registration is open and its budget is not spent", async () => {
  const budgets = [{ scope: "prueba", key: randomUUID(), limit: 1, seconds: 60 }];
  const send = async ({ id, answers }: { id: string; answers: Buffer }) => {
    const key = randomUUID();
    const [row] =
      await owner`select outcome, wait_until is not null as waits from send_confirmation(${id}, ${answers},
      ${someEmail()}, ${randomBytes(32)}, 60, 60, ${key}, ${key}, 'x', 'x', ${JSON.stringify(budgets)}::text::jsonb, 'x')`;
    return [row?.outcome, row?.waits];
  };
  const unsent = { submitted_at: null };
  const own = await registration(unsent);
  const closed = ["closed", false];
  expect(await send({ ...own, answers: Buffer.from("antes") })).toEqual(closed);
  expect(await send(await registration({ ...unsent, completed_at: new Date() }))).toEqual(closed);
  expect(await send(await registration({ ...unsent, expires_at: new Date(Date.now() - 1_000) }))).toEqual(
    closed,
  );
  expect(await send(own)).toEqual(["done", false]);
  expect(await send(own)).toEqual(["just_sent", true]);
  expect(await send(await registration(unsent))).toEqual(["waiting", true]);
});

test("a registration is confirmed by its own link, or by any that proves its address, and once it was submitted", async () => {
  const address = randomUUID();
  const confirm = async (
    link: Buffer,
    { id, answers }: { id: string; answers: Buffer },
    { byAddress = false, email = someEmail(), nit = someNit(), known = null as string | null } = {},
  ) => {
    const [row] =
      await owner`select outcome from confirm_registration(${link}, ${answers}, 'x', ${email}, 'Ana', 'CC',
      null, null, ${nit}, 0, 'Prueba', '08001', 'Calle 1', '+576053235000', 'x', ${byAddress ? id : null},
      ${byAddress ? address : null}, ${known})`;
    return row?.outcome;
  };
  const [own, other] = [await registration(), await registration()];
  const link = await linkOf(own.id);
  expect(await confirm(link, { ...own, answers: Buffer.from("otro") })).toBe("superseded");
  const unsent = await registration({ submitted_at: null });
  expect(await confirm(await linkOf(unsent.id), unsent)).toBe("superseded");
  expect(await confirm(randomBytes(32), own)).toBe("unknown");
  // Of another address, used or expired it proves nothing.
  const strange = { address_key: randomUUID() };
  const past = new Date(Date.now() - 1_000);
  const proofless: Changes[] = [
    strange,
    { address_key: address, used_at: past },
    { address_key: address, expires_at: past },
  ];
  for (const changes of proofless)
    expect(await confirm(await linkOf(other.id, changes), own, { byAddress: true })).toBe("unknown");
  const proving = await linkOf(other.id, { address_key: address });
  expect(await confirm(proving, { ...own, id: randomUUID() }, { byAddress: true })).toBe("unknown");
  const [email, nit] = [someEmail(), someNit()];
  expect(await confirm(proving, own, { byAddress: true, email, nit })).toBe("done");
  const [{ person = "" } = {}] = await owner<
    { person: string }[]
  >`select id as person from person where email = ${email}`;

  // Who works there registers the company no second time; who left it does.
  const again = async () => {
    const next = await registration();
    return confirm(await linkOf(next.id), next, { email, nit, known: person });
  };
  expect(await again()).toBe("nit_has_owner");
  await owner`update membership set removed_at = now() where person_id = ${person}`;
  await owner`insert into membership (person_id, provider_id, role) values (${person}, ${await makeProvider()}, 'owner')`;
  expect(await again()).toBe("done");
  const stranger = await makeMember(await makeProvider(), "owner");
  const last = await registration();
  expect(await confirm(await linkOf(last.id), last, { email: stranger.email })).toBe("email_taken");
});

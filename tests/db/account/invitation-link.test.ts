import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { tokenHash } from "@/lib/crypto/token";
import {
  browser,
  makeMember,
  makePolicy,
  makeProvider,
  owner,
  someEmail,
} from "@/tests/support/factories/account";
import { firstValue } from "@/tests/support/rolled-back";

/** An invitation whose link is this one. */
async function invited() {
  const providerId = await makeProvider();
  const { personId } = await makeMember(providerId, "owner");
  const [id, email, link] = [randomUUID(), someEmail(), tokenHash(randomUUID())];
  await owner`select * from invite_member(${id}, ${providerId}, ${personId}, ${email}, 'Beto', 'clerk', ${link}, 3600,
    ${randomUUID()}, ${randomUUID()}, 'x', 'x', '[]', 'x')`;
  return { id, email, link, providerId, personId };
}

const policy = await makePolicy();
const accept = (link: Buffer) =>
  firstValue(
    owner`select outcome from accept_invitation(${link}, 'Beto', 'x', ${policy}, '{}', 'x', 'x', 'es-CO')`,
  );
const read = async (link: Buffer) => {
  const [row] = await owner`select state from read_invitation(${link})`;
  return row?.state ?? null;
};

test.each([
  ["is as it was sent", () => owner`select 1`, "ok", "done"],
  [
    "is past its time",
    (link: Buffer) => owner`update mail_link set expires_at = now() where token_hash = ${link}`,
    "expired",
    "expired",
  ],
  [
    "has a newer one",
    (link: Buffer) => owner`update mail_link set superseded_at = now() where token_hash = ${link}`,
    "superseded",
    "superseded",
  ],
  [
    "was used",
    (link: Buffer) => owner`update mail_link set used_at = now() where token_hash = ${link}`,
    "used",
    "used",
  ],
  [
    "is of an accepted invitation",
    (_: Buffer, id: string) => owner`update invitation set accepted_at = now() where id = ${id}`,
    "used",
    "used",
  ],
  [
    "is of a cancelled invitation",
    (_: Buffer, id: string) => owner`update invitation set cancelled_at = now() where id = ${id}`,
    "cancelled",
    "cancelled",
  ],
  [
    "is for something else",
    (link: Buffer) => owner`update mail_link set purpose = 'password' where token_hash = ${link}`,
    null,
    "unknown",
  ],
])("an invitation link that %s", async (_, arrange, state, outcome) => {
  const { id, email, link } = await invited();
  await arrange(link, id);
  expect(await read(link)).toBe(state);
  expect(await accept(link)).toBe(outcome);
  const [created] = await owner`select count(*)::int as people from person where email = ${email}`;
  expect(created?.people).toBe(outcome === "done" ? 1 : 0);
});

test("an invitation is resent only by its own team, to the same address, while it is pending", async () => {
  const { id, email, providerId, personId } = await invited();
  const [other, ip] = [await invited(), browser().ip];
  const again = (provider: string, actor: string, to: string) =>
    firstValue(owner`select outcome from resend_invitation(${id}, ${provider}, ${actor}, ${to}, ${tokenHash(randomUUID())}, 3600,
      ${randomUUID()}, ${randomUUID()}, 'x', 'x', '[]', ${ip})`);
  expect(await again(other.providerId, other.personId, email)).toBe("member_not_found");
  expect(await again(providerId, other.personId, email)).toBe("not_allowed");
  expect(await again(providerId, personId, someEmail())).toBe("member_not_found");
  expect(await again(providerId, personId, email)).toBe("done");
  for (const column of ["accepted_at", "cancelled_at"] as const) {
    await owner`update invitation set ${owner(column)} = now() where id = ${id}`;
    expect(await again(providerId, personId, email)).toBe("member_not_found");
    await owner`update invitation set ${owner(column)} = null where id = ${id}`;
  }
  await owner`select cancel_invitation(${id}, ${other.providerId}, ${other.personId}, 'x')`;
  expect(await again(providerId, personId, email)).toBe("done");
});

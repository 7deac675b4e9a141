import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { acceptInvitation, readInvitation } from "@/domain/account/accept-invitation";
import { confirmAccount, readConfirmation } from "@/domain/account/confirm";
import { chooseNewPassword, readPasswordLink, sendPasswordLink } from "@/domain/account/recover";
import { authorise, readDraft, saveStep, sendConfirmation } from "@/domain/account/register";
import { createOfficial } from "@/domain/caja/people";
import { inviteMember } from "@/domain/team/invite-member";
import { newToken, tokenHash } from "@/lib/crypto/token";
import {
  browser,
  makeMember,
  makePolicy,
  makeProvider,
  owner,
  PASSWORD,
  someEmail,
  someNit,
  teamGrant,
} from "@/tests/support/factories/account";

beforeAll(makePolicy);

const message = { subject: "x", text: "x" };

/** Calls `send` with a way to write letters, and answers the token that went into them. */
async function tokenOf<L>(
  write: L,
  send: (emails: (token: string) => L) => Promise<unknown>,
): Promise<string> {
  let sent = "";
  await send((token) => {
    sent = token;
    return write;
  });
  return sent;
}

async function recovery(): Promise<string> {
  const { email } = await makeMember(await makeProvider(), "owner");
  return tokenOf(message, (emails) => sendPasswordLink(email, emails, browser()));
}

async function invitation(): Promise<string> {
  const providerId = await makeProvider();
  const grant = teamGrant(providerId, (await makeMember(providerId, "owner")).personId);
  const invited = { name: "Beto", email: someEmail(), role: "clerk" } as const;
  return tokenOf({ invite: message, known: message }, (emails) =>
    inviteMember(grant, invited, emails, browser()),
  );
}

async function registration(): Promise<string> {
  const purposes = { treatment: "1", terms: "1" } as const;
  const token = await authorise(purposes, { ...browser(), language: "es-CO", token: undefined });
  const draft = async () => {
    const found = await readDraft(token);
    if (!found) throw new Error("no draft");
    return found;
  };
  const place = { municipality: "08001", address: "Calle 1", phone: "+576053235000" };
  const company = { nit: someNit(), checkDigit: 0, legalName: "Tienda de prueba", ...place };
  await saveStep(token, await draft(), { company });
  const person = { name: "Ana", idKind: "CC", idNumber: "1042555318", mobile: "+573001234567" } as const;
  await saveStep(token, await draft(), { person: { ...person, email: someEmail() } });
  const whole = await draft();
  return tokenOf({ confirm: message, known: message, barred: message }, (emails) =>
    sendConfirmation(whole, (_answers, link) => emails(link), browser()),
  );
}

const entryCodes = new Map<string, string>();

/** The first link of somebody of the caja, as `npm run admin:create` makes it, whose code is kept. */
async function firstOfCaja(): Promise<string> {
  const created = await createOfficial({ email: someEmail(), name: "Ana", role: "auditor" });
  if (!created) throw new Error("the address was in use");
  entryCodes.set(created.token, created.code);
  return created.token;
}

const password = `otra frase larga ${randomUUID()}`;
const choose = (token: string) =>
  chooseNewPassword({ token, password, code: entryCodes.get(token) }, message, browser());
const accept = (token: string) =>
  acceptInvitation(
    { token, name: "Beto", password: PASSWORD, treatment: "1", terms: "1" },
    { ...browser(), language: "es-CO" },
  );
const confirm = (token: string) => confirmAccount({ token, password: PASSWORD }, browser());

type Kind = {
  send: () => Promise<string>;
  read: (token: string) => Promise<{ state: string } | null>;
  use: (token: string) => Promise<unknown>;
};
const kinds: [string, Kind][] = [
  ["of a forgotten password", { send: recovery, read: readPasswordLink, use: choose }],
  ["first of somebody of the caja", { send: firstOfCaja, read: readPasswordLink, use: choose }],
  ["of an invitation", { send: invitation, read: readInvitation, use: accept }],
  ["of a registration", { send: registration, read: readConfirmation, use: confirm }],
];

describe.each(kinds)("the password link %s", (_name, { send, read, use }) => {
  /** Sent, and then so many seconds gone by. */
  async function agedBy(seconds: number): Promise<string> {
    const token = await send();
    await owner`update mail_link set created_at = created_at - make_interval(secs => ${seconds}),
      expires_at = expires_at - make_interval(secs => ${seconds}) where token_hash = ${tokenHash(token)}`;
    return token;
  }

  test("sets a password until its sixtieth minute", async () => {
    const token = await agedBy(3_600 - 20);
    expect((await read(token))?.state).toBe("ok");
    await use(token);
    expect((await read(token))?.state).toBe("used");
  });

  test("is expired after sixty minutes", async () => {
    const token = await agedBy(3_601);
    expect((await read(token))?.state).toBe("expired");
    await expect(use(token)).rejects.toMatchObject({ code: "link_not_usable" });
  });
});

test("a link that is none, or of somebody who was disabled, sets no password and sends no letter", async () => {
  const token = await recovery();
  await owner`update person set disabled_at = now()
    where id = (select subject_id from mail_link where token_hash = ${tokenHash(token)})`;
  for (const hash of [tokenHash(token), tokenHash(newToken().token)]) {
    const key = `password:${randomUUID()}`;
    const [row] = await owner`select outcome, person_id, is_caja
      from choose_password(${hash}, 'x', ${key}, ${key}, 'x', 'x', 'x')`;
    expect(row).toEqual({ outcome: "unknown", person_id: null, is_caja: false });
    expect(await owner`select from mail where event_key = ${key}`).toHaveLength(0);
  }
  const [link] = await owner`select used_at from mail_link where token_hash = ${tokenHash(token)}`;
  expect(link).toEqual({ used_at: null });
});

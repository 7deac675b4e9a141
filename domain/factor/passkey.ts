import { randomBytes, randomUUID } from "node:crypto";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { mailsJson } from "@/db/queries/notify";
import type { Notice } from "@/domain/notify/channel";
import { composeMail } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import { tokenHash } from "@/lib/crypto/token";
import { Refusal } from "@/model/refusal";
import { type Proven, provenBy } from "./prove";
import type { AddPasskeyInput, ProvePasskeyInput } from "./schema";
import type { FactorSession } from "./session";

/** This site as passkeys know it: the domain that they are bound to, and its origin. */
export type RelyingParty = { id: string; origin: string; name: string };

const CHALLENGE_BYTES = 32;

const listOwn = (token: string) => call(doorDatabase(), "list_passkeys", { tokenHash: tokenHash(token) });

/**
 * A challenge of this session; the database keeps it and gives it back once.
 * @param enrols whether it is for a new passkey
 * @throws Refusal "not_allowed" · "passkeys_full"
 */
async function newChallenge(token: string, enrols: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = randomBytes(CHALLENGE_BYTES);
  const args = { tokenHash: tokenHash(token), challenge, enrols };
  requireDone("factor_outcome", await call(doorDatabase(), "begin_challenge", args));
  return new Uint8Array(challenge);
}

/** @throws Refusal "passkey_refused" when the challenge was answered already or is too old */
async function takeChallenge(token: string): Promise<string> {
  const challenge = await call(doorDatabase(), "take_challenge", { tokenHash: tokenHash(token) });
  if (!challenge) throw new Refusal("passkey_refused");
  return challenge.toString("base64url");
}

/** What a browser needs to make a passkey of this person. @throws Refusal "not_allowed" · "passkeys_full" */
export async function registrationOptions(token: string, session: FactorSession, party: RelyingParty) {
  const own = await listOwn(token);
  return generateRegistrationOptions({
    rpName: party.name,
    rpID: party.id,
    userName: session.email,
    userDisplayName: session.personName,
    userID: new Uint8Array(Buffer.from(session.personId)),
    challenge: await newChallenge(token, true),
    attestationType: "none",
    excludeCredentials: own.map(({ credentialId: id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
  });
}

/** What a browser needs to ask one of this person's passkeys. */
export async function authenticationOptions(token: string, party: RelyingParty) {
  const own = await listOwn(token);
  return generateAuthenticationOptions({
    rpID: party.id,
    challenge: await newChallenge(token, false),
    allowCredentials: own.map(({ credentialId: id, transports }) => ({ id, transports })),
    userVerification: "preferred",
  });
}

/**
 * Adds a passkey to the person of the session, which is proven by it.
 * @throws Refusal "passkey_refused" · "proof_needed" · "code_used" for a key that is somebody's already
 */
export async function addPasskey(
  token: string,
  session: FactorSession,
  { passkeyToken, name }: AddPasskeyInput,
  party: RelyingParty,
  notice: Notice,
  { ip }: { ip: string },
): Promise<Proven> {
  const expectedChallenge = await takeChallenge(token);
  const { registrationInfo } = await orRefused(
    verifyRegistrationResponse({
      response: { ...passkeyToken, clientExtensionResults: {} } as Parameters<
        typeof verifyRegistrationResponse
      >[0]["response"],
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: false,
    }),
  );
  if (!registrationInfo) throw new Refusal("passkey_refused");
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
  const factor = randomUUID();
  const mails = mailsJson([
    composeMail("factor.notice", `${factor}:added`, { to: session.email, ...notice }),
  ]);
  return provenBy(token, session, (newHash) =>
    call(doorDatabase(), "add_passkey", {
      tokenHash: tokenHash(token),
      newHash,
      factor,
      name,
      credentialId: id,
      publicKey: Buffer.from(publicKey),
      counter,
      transports,
      mails,
      ip,
    }),
  );
}

/**
 * Proves the session by one of its person's passkeys.
 * @throws Refusal "passkey_refused" for an answer of another key, challenge, site or counter
 */
export async function proveByPasskey(
  token: string,
  session: FactorSession,
  { passkeyToken }: Pick<ProvePasskeyInput, "passkeyToken">,
  party: RelyingParty,
  { ip }: { ip: string },
): Promise<Proven> {
  const expectedChallenge = await takeChallenge(token);
  const key = (await listOwn(token)).find(({ credentialId }) => credentialId === passkeyToken.id);
  if (!key) throw new Refusal("passkey_refused");
  const { verified, authenticationInfo } = await orRefused(
    verifyAuthenticationResponse({
      response: { ...passkeyToken, clientExtensionResults: {} },
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: { id: key.credentialId, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
      requireUserVerification: false,
    }),
  );
  if (!verified) throw new Refusal("passkey_refused");
  const counter = authenticationInfo.newCounter;
  return provenBy(token, session, (newHash) =>
    call(doorDatabase(), "pass_passkey", {
      tokenHash: tokenHash(token),
      newHash,
      factor: key.factorId,
      counter,
      ip,
    }),
  );
}

/** The library throws for an answer that is not of this challenge, origin, site or counter. */
async function orRefused<T>(verified: Promise<T>): Promise<T> {
  try {
    return await verified;
  } catch {
    throw new Refusal("passkey_refused");
  }
}

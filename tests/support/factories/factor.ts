import { randomUUID } from "node:crypto";
import { openSessionFor } from "@/domain/account/sign-in";
import { readFactorSession } from "@/domain/factor/session";
import { beginTotp, confirmTotp, readPendingTotp } from "@/domain/factor/totp";
import { totpCode } from "@/lib/crypto/totp";
import type { CajaRole } from "@/model/access";
import { makeOfficial } from "@/tests/support/officials";
import { browser, owner } from "./account";

export const notice = { subject: "aviso", text: "aviso" };

/** The time step of now by the database's clock. */
export async function stepNow(): Promise<number> {
  const [row] = await owner<{ step: string }[]>`select totp_step() as step`;
  return Number(row?.step);
}

/** The open session of a token, as the pages of the second factor see it. */
export async function factorSession(token: string) {
  const session = await readFactorSession(token);
  if (!session) throw new Error("the session has ended");
  return session;
}

/** Opens a session with the password alone, as the sign-in does. */
export async function halfSession(personId: string, isCaja = true): Promise<string> {
  return (await openSessionFor(personId, isCaja, browser())).token;
}

/** Enrols an application in the session, as its page does. */
export async function enrol(token: string): Promise<{ token: string; secret: string }> {
  await beginTotp(token);
  const session = await factorSession(token);
  const pending = await readPendingTotp(token, session, "Portal");
  if (!pending) throw new Error("no secret waits");
  const code = totpCode(pending.secret, await stepNow());
  const proven = await confirmTotp(token, session, code, notice, { ip: "prueba" });
  return { token: proven.token, secret: pending.secret };
}

/** Lets the proof of a session grow old. */
export async function agedProof(personId: string, minutes: number): Promise<void> {
  await owner`update session set proven_at = now() - make_interval(mins => ${minutes}) where person_id = ${personId}`;
}

export const someDevice = () => randomUUID();

/** An official who has an application, with the session in which they enrolled it. */
export async function enrolled(role: CajaRole = "officer") {
  const { personId, email } = await makeOfficial(role);
  const { token, secret } = await enrol(await halfSession(personId));
  return { personId, email, token, secret };
}

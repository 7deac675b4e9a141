import "server-only";
import { redirect } from "next/navigation";
import { mailLinks } from "@/app/_server/mail-links";
import { doorDatabase } from "@/db/client";
import { findSessionActor } from "@/db/queries/session";
import type { OpenedSession } from "@/domain/account/sign-in";
import type { Proven } from "@/domain/factor/prove";
import { newDeviceNotices } from "@/domain/notify/own-account-emails";
import { bindSession, browserOf } from "@/domain/own-account/browser";
import { deviceOf, maskedAddress } from "@/domain/own-account/device";
import { tokenHash } from "@/lib/crypto/token";
import { currentClient } from "@/lib/http/client";
import { ownPath } from "@/lib/http/own-path";
import { pathWith } from "@/lib/http/query";
import { signIn } from "./config";
import { startOf } from "./counter";
import { knownDevice, rememberDevice } from "./device";
import { rememberProvider } from "./own-provider";

/**
 * Sets the cookie of the opened session and redirects: back to the page where the person was, or to their start
 * page; to the second step while the second factor is missing.
 */
export async function enter({ waits, ...opened }: OpenedSession, back?: string): Promise<never> {
  if (!waits) return goOn(opened, back);
  await signIn("credentials", { token: opened.token, redirect: false });
  redirect(pathWith("/ingresar/segundo-paso", { volver: ownPath(back) ?? "" }));
}

/**
 * The same for a session that is whole. The device is remembered only now: the password alone makes none known.
 * For a person with several providers it also tells other tabs which one is current.
 */
export async function goOn({ token, isCaja, email }: Proven, back?: string): Promise<never> {
  await signIn("credentials", { token, redirect: false });
  await bindToDevice(token, email);
  if (isCaja) redirect(ownPath(back) ?? "/admin");
  // The cookie comes with the next request only, so the person is read by the token.
  const actor = await findSessionActor(doorDatabase(), tokenHash(token));
  if (actor?.kind === "provider" && actor.ownProviders.length > 1) await rememberProvider(actor.provider.id);
  redirect(ownPath(back) ?? (actor ? await startOf(actor) : "/"));
}

/** Remembers the device, binds the session to it, and tells the person by e-mail when it is new to them. */
async function bindToDevice(token: string, email: string): Promise<void> {
  const isKnown = (await knownDevice(email)) !== null;
  const name = await rememberDevice(email);
  const { ip, userAgent } = await currentClient();
  const notices = await newDeviceNotices(deviceOf(userAgent), maskedAddress(ip), mailLinks);
  await bindSession(token, { email, isKnown }, browserOf(name, userAgent, ip), notices);
}

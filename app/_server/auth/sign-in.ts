import "server-only";
import { redirect } from "next/navigation";
import { publicDatabase } from "@/db/client";
import { findSessionActor } from "@/db/queries/session";
import type { OpenedSession } from "@/domain/account/sign-in";
import { tokenHash } from "@/lib/crypto/token";
import { ownPath } from "@/lib/http/own-path";
import { signIn } from "./config";
import { startOf } from "./counter";
import { rememberDevice } from "./device";

/** Gives the browser the session that was opened, and leads on: back where the person was, or home. */
export async function enter({ token, isCaja, email }: OpenedSession, back?: string): Promise<never> {
  await signIn("credentials", { token, redirect: false });
  await rememberDevice(email);
  redirect(ownPath(back) ?? (isCaja ? "/admin" : await startOfToken(token)));
}

/** The cookie comes with the next request, so who has just signed in is read by the token. */
async function startOfToken(token: string): Promise<string> {
  const actor = await findSessionActor(publicDatabase(), tokenHash(token));
  return actor ? startOf(actor) : "/";
}

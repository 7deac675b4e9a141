import "server-only";
import { redirect } from "next/navigation";
import type { OpenedSession } from "@/domain/account/sign-in";
import { ownPath } from "@/lib/http/own-path";
import { signIn } from "./config";
import { rememberDevice } from "./device";

/** Gives the browser the session that was opened, and leads on: back where the person was, or home. */
export async function enter({ token, isCaja, email }: OpenedSession, back?: string): Promise<never> {
  await signIn("credentials", { token, redirect: false });
  await rememberDevice(email);
  redirect(ownPath(back) ?? (isCaja ? "/admin" : "/aplicaciones"));
}

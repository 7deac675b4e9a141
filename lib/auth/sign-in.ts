import "server-only";
import { redirect } from "next/navigation";
import type { OpenedSession } from "@/domain/account/sign-in";
import { ownPath } from "@/lib/http/own-path";
import { signIn } from "./config";

/** Gives the browser the session that was opened, and leads on: back where the person was, or home. */
export async function enter({ token, isCaja }: OpenedSession, back?: string): Promise<never> {
  await signIn("credentials", { token, redirect: false });
  redirect(ownPath(back) ?? (isCaja ? "/admin" : "/aplicaciones"));
}

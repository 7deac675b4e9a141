import "server-only";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { type Draft, readDraft } from "@/domain/account/register";
import { REGISTRATION_SECONDS } from "@/domain/account/session-limits";
import { siteCookie } from "@/lib/http/secure";

const COOKIE = "registro";
/** As long as a draft can live: until its mail's link, sent again, has expired. */
const COOKIE_SECONDS = REGISTRATION_SECONDS + 7 * 24 * 60 * 60;

export async function draftToken(): Promise<string | undefined> {
  return (await cookies()).get(COOKIE)?.value;
}

/** The registration of this browser, or null. */
export async function currentDraft(): Promise<Draft | null> {
  return readDraft(await draftToken());
}

/** For the steps after the first: without an authorisation there is no step. */
export async function requireDraft(): Promise<{ token: string; draft: Draft }> {
  const token = await draftToken();
  const draft = await readDraft(token);
  if (!token || !draft) redirect("/registro/autorizacion");
  return { token, draft };
}

export async function keepDraftToken(token: string): Promise<void> {
  // For all paths: the page of the mail's link, "/confirmar-correo/…", reads it too.
  (await cookies()).set(COOKIE, token, { ...siteCookie(), maxAge: COOKIE_SECONDS });
}

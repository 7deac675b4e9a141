import "server-only";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { type Draft, readDraft } from "@/domain/account/register";
import { REGISTRATION_SECONDS } from "@/domain/account/session-limits";
import { siteCookie } from "@/lib/http/secure";

const COOKIE = "registro";
/** The longest life of a draft: registration time plus the life of the link of its e-mail, sent once more. */
const COOKIE_SECONDS = REGISTRATION_SECONDS + 7 * 24 * 60 * 60;

export async function draftToken(): Promise<string | undefined> {
  return (await cookies()).get(COOKIE)?.value;
}

/** The registration draft of this browser, or null. */
export async function currentDraft(): Promise<Draft | null> {
  return readDraft(await draftToken());
}

/**
 * For the steps after the first. Without a draft, which begins with the authorisation, it redirects to that
 * step.
 */
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

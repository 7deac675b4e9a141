import type { Page } from "@playwright/test";
import { newSessionCookie } from "@/lib/crypto/session-cookie";
import { newToken, tokenHash } from "@/lib/crypto/token";
import { owner } from "./look-up-orders";

/** Sets a session cookie of a person, as the sign-in does. @param token of the session; by default a new one */
export async function signInAs(page: Page, personId: string, token = newToken().token): Promise<void> {
  await owner`select open_session(${personId}, ${tokenHash(token)}, 43200, 604800, '127.0.0.1', 'test', p_factor => true)`;
  const value = newSessionCookie(token);
  await page.context().addCookies([{ name: "sesion", value, url: process.env.E2E_URL ?? "" }]);
}

/** The same for a demonstration account, by its e-mail. */
export async function signInAsEmail(page: Page, email: string): Promise<void> {
  const [person] = await owner<{ id: string }[]>`select id from person where email = ${email}`;
  if (!person) throw new Error(`no demonstration account ${email}`);
  await signInAs(page, person.id);
}

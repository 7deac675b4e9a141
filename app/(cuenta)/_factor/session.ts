import "server-only";
import { redirect } from "next/navigation";
import { currentBrowser } from "@/app/_server/auth/browser";
import { sessionToken } from "@/app/_server/auth/config";
import { doorTo } from "@/app/_server/auth/session";
import { type FactorSession, hasFactor, readFactorSession } from "@/domain/factor/session";
import { ownPath } from "@/lib/http/own-path";
import { pathWith } from "@/lib/http/query";

/** The page to return to, of an address or of a form. */
export const backOf = (typed: string | string[] | undefined): string =>
  (typeof typed === "string" ? ownPath(typed) : null) ?? "";

export const withBack = (path: string, back: string) => pathWith(path, { volver: back });

/** The session of this browser, whether or not its second factor is missing. Without one it redirects to the sign-in. */
export async function requireFactorSession(back: string): Promise<{ token: string; session: FactorSession }> {
  const token = await sessionToken();
  const session = await readFactorSession(token, await currentBrowser());
  if (!token || !session) redirect(doorTo(back || "/cuenta/seguridad", false));
  return { token, session };
}

/** Where a session stands that may not do what its person wants now: at the second step, or at asking again. */
export function stepBefore(session: FactorSession, back: string): string {
  if (!session.waits) return withBack("/confirmar", back);
  return withBack(hasFactor(session) || !session.mayEnrol ? "/ingresar/segundo-paso" : ENROL, back);
}

export const ENROL = "/cuenta/seguridad/inscribir";

/** The same for pages that add a factor: redirects unless this session may. */
export async function requireEnrolling(back: string): Promise<{ token: string; session: FactorSession }> {
  const found = await requireFactorSession(back);
  if (!found.session.mayEnrol) redirect(stepBefore(found.session, "/cuenta/seguridad"));
  return found;
}

import type { IncomingMessage } from "node:http";
import { en } from "@/messages/en";
import { esCO } from "@/messages/es-CO";
import { type OwnAnswer, ownAnswer, plainPage, refusedAnswer } from "./refused-page";
import { languageOf, unavailablePage } from "./unavailable-page";

/**
 * Page for a status that a route handler or Next answered without a body, where a browser would show an empty
 * window. The status itself is kept for programs.
 * @returns null for a status that needs no page
 */
export function emptyAnswer(
  status: number,
  { method, url = "/", headers: { cookie } }: IncomingMessage,
): OwnAnswer | null {
  const language = languageOf(cookie);
  const { publicPages, account, common } = language === "en" ? en : esCO;
  const { notSignedIn, notAllowed, notFound } = publicPages;
  const home = { label: common.frame.home, href: "/" };
  switch (status) {
    case 401: {
      // After a POST there is no link to try again, since opening the address would not send the form.
      const back = method === "POST" ? "/ingresar" : `/ingresar?${new URLSearchParams({ volver: url })}`;
      const door = { label: account.signIn.form.submit, href: back };
      return ownAnswer(401, plainPage(language, notSignedIn.title, [notSignedIn.text], door));
    }
    case 403:
      return ownAnswer(403, plainPage(language, notAllowed.title, [notAllowed.text, notAllowed.ask], home));
    case 404:
      return ownAnswer(404, plainPage(language, notFound.title, [notFound.text], home));
    case 405: {
      const { body, headers } = refusedAnswer(405, cookie);
      return { status: 405, body, headers: { ...headers, allow: method === "POST" ? "GET, HEAD" : "POST" } };
    }
    case 503:
      return ownAnswer(503, unavailablePage({ language, reason: null, back: url }), { "retry-after": "5" });
    default:
      return null;
  }
}

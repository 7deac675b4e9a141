import { type NextFetchEvent, type NextRequest, NextResponse } from "next/server";
import { strangerOf } from "@/app/_server/auth/stranger";
import { noteForeignOrigin } from "@/app/_server/http/foreign-origin";
import { PAGE_LOOKUP, pageLookup } from "@/app/_server/http/page-lookup";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { newVisitorCookie, readVisitorCookie, VISITOR_SECONDS } from "@/lib/crypto/visitor";
import { clientIp } from "@/lib/http/client";
import { networkOf } from "@/lib/http/network";
import { isOwnOrigin } from "@/lib/http/origin";
import { siteCookie } from "@/lib/http/secure";
import { inTurn } from "@/lib/http/turnstile";
import { visitorCookieName } from "@/lib/http/visitor-cookie";
import { strangerKey } from "@/model/stranger";

/**
 * Puts the headers on every answer and turns foreign writes away early. It authorises nothing: every page,
 * action and route asks for its own grant.
 */
export async function proxy(request: NextRequest, event: NextFetchEvent) {
  const reads = request.method === "GET" || request.method === "HEAD";
  if (!reads && !isOwnOrigin(request.headers)) {
    event.waitUntil(noteForeignOrigin(request));
    return refusedResponse(403, request.headers.get("cookie"));
  }

  // Here, before anything is read of it: each form of a burst costs what its page costs.
  const isStrangers = strangersPages.test(withoutEscapes(request.nextUrl.pathname));
  if (!reads && isStrangers && !(await isItsTurn(request)))
    return refusedResponse(429, request.headers.get("cookie"));

  // The code on the paper is upper case; a phone may lower it. Not in next.config, which knows no case.
  if (request.nextUrl.pathname.startsWith("/v/")) {
    const printed = request.nextUrl.clone();
    printed.pathname = `/V/${printed.pathname.slice(3).toUpperCase()}`;
    return NextResponse.redirect(printed, 308);
  }
  const filePolicy = filePolicies.find(
    ([path, method]) => method === request.method && path.test(request.nextUrl.pathname),
  );
  if (filePolicy) {
    const response = NextResponse.next();
    response.headers.set("content-security-policy", filePolicy[2]);
    return response;
  }

  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy); // Next reads the nonce from here
  headers.set("x-nonce", nonce);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  // A page that is read, not a form that is sent: what is written in between would be missing.
  const lookup = reads ? pageLookup(request.nextUrl.pathname) : null;
  if (lookup) headers.set(PAGE_LOOKUP, lookup);
  else headers.delete(PAGE_LOOKUP);
  // Next compares the two before an action; a server in front that passes no Host on (nginx as it comes) is one too.
  const origin = reads ? null : headers.get("origin");
  if (origin) headers.set("x-forwarded-host", new URL(origin).host);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (reads && isStrangers) nameVisitor(request, response);
  return response;
}

/** Pages that anybody may open, to be let in or to ask something: all that strangers are counted for. */
const strangersPages =
  /^\/(?:ingresar|recuperar|registro|contrasena|invitacion|confirmar-correo|verificar|habeas-data|V|c)(?:\/|$)/;

/** Whatever a router makes of "/ingresa%72", it is counted as the page that it names. */
function withoutEscapes(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Browsers of one network that have a name pass one after another too, since names are free: 40 a second. */
const CROWD_BREATH_MS = 25;

/** Those who post there pass one after another: of a device, else of a browser, else of a network. */
async function isItsTurn({ cookies, headers }: NextRequest): Promise<boolean> {
  const stranger = strangerOf(clientIp(headers), cookies);
  if (!(await inTurn(strangerKey(stranger)))) return false;
  if (stranger.device || !stranger.visitor) return true;
  return inTurn(`crowd ${networkOf(stranger.ip)}`, CROWD_BREATH_MS);
}

/** From its first page on a browser has a name of its own, by which it is counted apart from its network. */
function nameVisitor({ cookies }: NextRequest, response: NextResponse): void {
  const name = visitorCookieName();
  if (readVisitorCookie(cookies.get(name)?.value)) return;
  response.cookies.set(name, newVisitorCookie(), { ...siteCookie(), maxAge: VISITOR_SECONDS });
}

// A PDF of ours. Browsers show one with a viewer of their own, which the pages' policy would hold back.
const PAPER_POLICY = "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
// The paper of an order is put into a frame of its own page, which opens the print dialog.
const FRAMED_PAPER_POLICY = PAPER_POLICY.replace("'none'", "'self'");
// What came from outside: whatever it turns out to be, it runs nothing and asks for nothing.
const SENT_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";
const filePolicies: readonly [path: RegExp, method: string, policy: string][] = [
  [/^\/admin\/ordenes\/[0-9a-f-]{36}\/imprimir$/, "POST", FRAMED_PAPER_POLICY],
  [/^\/admin\/ordenes\/imprimir\/(?:archivo|marcadas)$/, "POST", PAPER_POLICY],
  [/^\/buzon\/papeles\/[0-9a-f-]{36}$/, "POST", PAPER_POLICY],
  [/^\/constancias\/[^/]+\/pdf$/, "GET", PAPER_POLICY],
  [/^\/ayuda\/pdf$/, "GET", PAPER_POLICY],
  [/^\/admin\/novedades\/[^/]+\/foto$/, "GET", SENT_POLICY],
  [/^\/admin\/solicitudes\/[^/]+\/documentos\/[^/]+$/, "GET", SENT_POLICY],
];

function contentSecurityPolicy(nonce: string): string {
  // The development overlay evaluates code and styles itself inline.
  const development = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

// What takes files passes by (app/_server/http/upload-address.ts, which has to name the same: Next reads this one without running
// it). Read here, tens of megabytes would be kept in memory for anybody who posts them.
export const config = {
  matcher: [
    "/((?!_next/static|(?:admin/(?:ordenes|convenios)/importar|aplicaciones/[^/]+/(?:solicitar|renovar)|archivos|consultar/r/[^/]+/reportar(?:/foto)?|solicitudes/[^/]+/corregir)/enviar$).*)",
  ],
};

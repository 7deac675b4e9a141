import { randomInt } from "node:crypto";
import type { ServerResponse } from "node:http";
import { escapeHtml } from "@/lib/http/html";
import { refused as english } from "@/messages/en/page-refused";
import { refused as spanish } from "@/messages/es-CO/page-refused";
import { languageOf } from "./unavailable-page";

export type RefusedStatus = 400 | 403 | 405 | 408 | 411 | 413 | 414 | 421 | 429 | 503;

const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
};

/** A short page that needs no script, session or database. */
export function plainPage(
  language: "es-CO" | "en",
  title: string,
  texts: readonly string[],
  button: { label: string; href: string },
): string {
  const paragraphs = texts.map((text) => `<p>${escapeHtml(text)}</p>`).join("");
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(title)}</title>
<link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/no-disponible/estilo.css"></head>
<body>
<main id="contenido"><div class="signal"><div><div><h1>${escapeHtml(title)}</h1></div></div></div>
<div class="page-body">${paragraphs}<p><a class="button" href="${escapeHtml(button.href)}">${escapeHtml(button.label)}</a></p></div></main>
</body></html>`;
}

/** The page that says why a request was refused. */
function refusedPage(status: RefusedStatus, language: "es-CO" | "en"): string {
  const { title, what, home } = language === "en" ? english : spanish;
  return plainPage(language, title, [what[status]], { label: home, href: "/" });
}

/** Seconds, as the page asks people to wait. After 503 not all come back at once: they would be refused together again. */
const retryAfter: Partial<Record<RefusedStatus, () => number>> = {
  429: () => 60,
  503: () => randomInt(5, 11),
};

/** The refusal as a response of proxy.ts or of a route handler. */
export function refusedResponse(status: RefusedStatus, cookie: string | null): Response {
  const wait = retryAfter[status]?.();
  const headers = wait ? { ...HEADERS, "retry-after": String(wait) } : HEADERS;
  return new Response(refusedPage(status, languageOf(cookie ?? undefined)), { status, headers });
}

/**
 * Answers before Next sees the request. The connection is closed, because what follows may be the rest of this
 * body.
 */
export function sendRefusal(
  response: ServerResponse,
  status: RefusedStatus,
  cookie: string | undefined,
): void {
  const { headers, body } = refusedAnswer(status, cookie);
  response.writeHead(status, headers);
  response.end(body);
}

/** A response of the server itself instead of the framework's. */
export type OwnAnswer = { status: number; headers: Record<string, string>; body: Buffer };

export function refusedAnswer(status: RefusedStatus, cookie: string | undefined): OwnAnswer {
  return ownAnswer(status, refusedPage(status, languageOf(cookie)), {
    ...(status === 405 ? { allow: "GET, HEAD, POST" } : {}),
    connection: "close",
  });
}

/** A page of ours that needs no script. */
export function ownAnswer(status: number, page: string, headers: Record<string, string> = {}): OwnAnswer {
  const body = Buffer.from(page);
  return { status, headers: { ...HEADERS, ...headers, "content-length": String(body.length) }, body };
}

import type { NextRequest } from "next/server";
import { lastKnownCaja } from "@/lib/caja-profile";
import { telephoneLink } from "@/lib/format/telephone";
import { escapeHtml } from "@/lib/http/html";
import { ownPath } from "@/lib/http/own-path";
import { LANGUAGE_COOKIE, messagesIn } from "@/messages";
import { fault as english } from "@/messages/en/fault";
import { fault as spanish } from "@/messages/es-CO/fault";

const RETRY_AFTER_SECONDS = "5";

/**
 * What people see while the database cannot be asked. Asks nothing and needs no script, so that it is there
 * when nothing else is. It never says "not found": nobody looked.
 */
export function GET(request: NextRequest): Response {
  const language = request.cookies.get(LANGUAGE_COOKIE)?.value === "en" ? "en" : "es-CO";
  const { publicPages, common, use } = messagesIn(language);
  const fault = language === "en" ? english : spanish;
  const reason = request.nextUrl.searchParams.get("motivo");
  const words =
    reason === "fallo"
      ? { ...publicPages.unavailable, ...faultWords(fault, request.nextUrl.searchParams.get("codigo")) }
      : reason === "uso"
        ? {
            ...publicPages.unavailable,
            title: use.unknown,
            text: use.unknownLine,
            advice: use.unknownText,
            again: use.seeWhat,
          }
        : reason === "envio"
          ? { ...publicPages.unavailable, ...publicPages.unknownSave }
          : publicPages.unavailable;
  const { name, phone } = lastKnownCaja();
  const siteTitle = escapeHtml(common.frame.siteTitle(name));
  const back = escapeHtml(ownPath(request.nextUrl.searchParams.get("volver") ?? undefined) ?? "/");
  const call = phone
    ? `<aside><p>${words.call} <a href="${escapeHtml(telephoneLink(phone))}">${escapeHtml(phone)}</a></p></aside>`
    : "";
  const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${words.title} · ${siteTitle}</title>
<link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/no-disponible.css"></head>
<body><header><b>${escapeHtml(common.frame.product)}</b> <span>${escapeHtml(name)}</span></header>
<main id="contenido"><div class="senal"><div><svg class="figura" viewBox="0 0 100 100" width="76" height="76" aria-hidden="true"><rect x="3" y="3" width="94" height="94" rx="12" fill="#fff" stroke="#2B2F7E" stroke-width="4"/><g fill="none" stroke="#2B2F7E" stroke-width="8" stroke-linecap="round"><circle cx="50" cy="50" r="30"/><path d="M50 32v19l13 9"/></g></svg>
<div><h1>${words.title}</h1><p>${words.text}</p></div></div></div>
<div class="contenido"><p>${words.advice}</p><p><a class="boton" href="${back}">${words.again}</a></p></div></main>
${call}</body></html>`;
  return new Response(html, {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "retry-after": RETRY_AFTER_SECONDS,
    },
  });
}

/** Our fault, with the code that finds it in the log: the same words as the page of an error. */
function faultWords(fault: typeof spanish, code: string | null) {
  const id = code && /^[\w@-]{1,40}$/.test(code) ? ` ${fault.code} ${code}` : "";
  return { title: fault.title, text: fault.what, advice: `${fault.todo}${id}`, again: fault.again };
}

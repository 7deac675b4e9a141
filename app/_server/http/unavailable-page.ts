import { isCounterPage } from "@/app/counter-page";
import { lastKnownCaja } from "@/domain/caja/last-known";
import { telephoneLink } from "@/lib/format/telephone";
import { escapeHtml } from "@/lib/http/html";
import { ownPath } from "@/lib/http/own-path";
import { en } from "@/messages/en";
import { esCO } from "@/messages/es-CO";
import { figures } from "./public-style";

/** The language that a Cookie header asks for. */
export function languageOf(cookie: string | undefined): "es-CO" | "en" {
  return /(?:^|;)\s*idioma=en(?:;|$)/.test(cookie ?? "") ? "en" : "es-CO";
}

/**
 * Reason: "uso" and "envio" for a form that may have been carried out, "fallo" for an internal error; otherwise
 * the database could not be asked, which a cashier with an order in hand is told in other words.
 */
export type Unavailable = {
  language: "es-CO" | "en";
  reason: string | null;
  /** Id of the internal error, which finds it in the log. */
  code?: string | null;
  /** Target of its button; our own pages only. */
  back: string | undefined;
};

/**
 * Page for an outage of the database or an internal error. It reads nothing and needs no script, so that it
 * always works. It never says "not found", because nothing was looked up.
 */
export function unavailablePage({ language, reason, code, back }: Unavailable): string {
  const { publicPages, common, use } = language === "en" ? en : esCO;
  const words = wordsOf(publicPages, use, { reason, code, back });
  const { name, portalName, phone } = lastKnownCaja();
  const siteTitle = escapeHtml(common.frame.siteTitle(portalName, name));
  const call = phone
    ? `<aside><p>${words.call} <a href="${escapeHtml(telephoneLink(phone))}">${escapeHtml(phone)}</a></p></aside>`
    : "";
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${words.title} · ${siteTitle}</title>
<link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/no-disponible/estilo.css"></head>
<body><header><b>${escapeHtml(portalName)}</b> <span>${escapeHtml(name)}</span></header>
<main id="contenido"><div class="signal"><div>${figures.clock}
<div><h1>${words.title}</h1><p>${words.what}</p></div></div></div>
<div class="page-body"><p>${words.todo}</p><p><a class="button" href="${escapeHtml(ownPath(back) ?? "/")}">${words.again}</a></p></div></main>
${call}</body></html>`;
}

function wordsOf(
  { unavailable, unknownSave, fault }: typeof esCO.publicPages,
  use: typeof esCO.use,
  { reason, code, back }: Pick<Unavailable, "reason" | "code" | "back">,
): typeof unavailable {
  const { title, what, todo, again } = fault;
  if (reason === "fallo") {
    const id = code && /^[\w@-]{1,40}$/.test(code) ? ` ${fault.code} <b>${code}</b>` : "";
    return { ...unavailable, title, what, todo: `${todo}${id}`, again };
  }
  if (reason === "uso")
    return {
      ...unavailable,
      title: use.unknown,
      what: use.unknownLine,
      todo: use.unknownText,
      again: use.seeWhat,
    };
  if (reason === "envio") return { ...unavailable, ...unknownSave };
  if (isCounterPage(back ?? "/")) return unavailable;
  return { ...unavailable, title: unavailable.elsewhere, what, todo };
}

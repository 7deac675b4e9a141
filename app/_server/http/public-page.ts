import type { CajaProfile } from "@/domain/caja/last-known";
import { timeOfDay } from "@/lib/format/date";
import { sentence } from "@/lib/format/sentence";
import { telephoneLink } from "@/lib/format/telephone";
import { escapeHtml } from "@/lib/http/html";
import { palette } from "@/lib/theme";
import { type Language, messagesIn } from "@/messages";
import type { Wait } from "@/model/stranger";
import { figures, style } from "./public-style";

/** Context of every public page that is a single HTML document. */
export type Frame = {
  language: Language;
  caja: CajaProfile;
  /** Host of this installation, which people are asked to look for in the address bar. */
  host: string;
  /** Path of this page, for the link to the other language. */
  path: string;
  nonce: string;
  demonstration: boolean;
};

/** All of it is HTML already; callers escape external values. */
export type Signal = {
  colour: "info" | "warn";
  figure: string;
  title: string;
  line: string;
  body: string[];
};

/** The whole page as one text. Never green: nothing was compared. */
export function publicPage(signal: Signal, product: string, frame: Frame): string {
  const { common } = messagesIn(frame.language);
  const other = frame.language === "en" ? "es-CO" : "en";
  const otherHref = `/idioma?${new URLSearchParams({ a: other, volver: frame.path })}`;
  const site = escapeHtml(common.frame.siteTitle(frame.caja.portalName, frame.caja.name));
  // rel=noreferrer, because the address contains the code and must not reach other sites.
  return `<!doctype html>
<html lang="${frame.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><meta name="theme-color" content="${palette.bar.light}"><meta name="format-detection" content="telephone=no">
<title>${signal.title} · ${site}</title><link rel="icon" href="/icon.svg"><style nonce="${escapeHtml(frame.nonce)}">${style}</style></head>
<body><header><b>${escapeHtml(frame.caja.name)}</b> ${product}</header>
<main>${frame.demonstration ? `<p class="demo">${common.frame.demonstration}</p>` : ""}
<div class="signal ${signal.colour}" data-signal="${signal.colour}"><div>${signal.figure}<div><h1>${signal.title}</h1><p>${signal.line}</p></div></div></div>
<div class="page-body">${signal.body.join("\n")}</div></main>
<footer><a class="tall-link" rel="noreferrer" href="${escapeHtml(otherHref)}" lang="${other}">${common.frame.otherLanguage}</a></footer>
</body></html>`;
}

export function warning(frame: Frame): string {
  const { publicCode: words } = messagesIn(frame.language);
  return `<div class="warning"><p><b>${words.warning}</b></p><p>${escapeHtml(sentence(words.address(frame.host)))}</p></div>`;
}

export function doors(frame: Frame): string {
  const { publicCode: words } = messagesIn(frame.language);
  return `<h2>${words.providerTitle}</h2><p><a class="button" rel="noreferrer" href="/ingresar">${words.providerAction}</a></p>
<h2>${words.ownerTitle}</h2><p>${link("/ayuda", words.ownerAction)}</p>`;
}

export function call({ language, caja: { phone } }: Frame): string {
  if (!phone) return "";
  const tel = escapeHtml(telephoneLink(phone));
  return `<p>${messagesIn(language).common.frame.callUs} <a class="tall-link" href="${tel}">${escapeHtml(phone)}</a></p>`;
}

/** Words for a wait: until when, and for a short one also the seconds and a link that tries again. */
export function waiting({ until, ownFrom }: Wait, { language, path }: Frame): string[] {
  const { wait } = messagesIn(language).publicCode;
  const time = timeOfDay(until, language);
  if (!ownFrom) return [`<p>${sentence(wait.text(time))}</p>`];
  const seconds = Math.max(2, Math.ceil((ownFrom.getTime() - Date.now()) / 1_000));
  return [`<p>${sentence(wait.moment(seconds, time))}</p>`, `<p>${link(escapeHtml(path), wait.again)}</p>`];
}

export function link(href: string, text: string): string {
  return `<a class="tall-link" rel="noreferrer" href="${href}">${text}</a>`;
}

/** Text while the database cannot be asked. */
export function unavailable(frame: Frame): Signal {
  const { title, what, todo } = messagesIn(frame.language).publicPages.unavailable;
  return {
    colour: "info",
    figure: figures.clock,
    title,
    line: what,
    body: [`<p>${todo}</p>`, call(frame)],
  };
}

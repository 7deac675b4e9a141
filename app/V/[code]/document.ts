import type { PublicAnswer } from "@/domain/order/check-public-code";
import type { CajaProfile } from "@/lib/caja-profile";
import { timeOfDay } from "@/lib/format/date";
import { escapeHtml } from "@/lib/http/html";
import { type Language, messagesIn } from "@/messages";
import { figures, style } from "./style";

type Frame = {
  language: Language;
  caja: CajaProfile;
  /** Host of this installation, which people are asked to look for in the address bar. */
  host: string;
  /** Path of this page, for the link of the other language. */
  path: string;
  nonce: string;
  demonstration: boolean;
};

type Signal = { colour: "info" | "warn"; figure: string; title: string; line: string; body: string[] };

/** The whole page as one text. `down`: the database could not be asked. Never green: nothing was compared. */
export function publicCodeDocument(answer: PublicAnswer | { answer: "down" }, frame: Frame): string {
  const { common, publicCode: words } = messagesIn(frame.language);
  const signal = signalOf(answer, frame);
  const other = frame.language === "en" ? "es-CO" : "en";
  const otherHref = `/idioma?${new URLSearchParams({ a: other, volver: frame.path })}`;
  const site = escapeHtml(common.frame.siteTitle(frame.caja.name));
  // rel=noreferrer: the code stands in this page's address and goes nowhere else.
  return `<!doctype html>
<html lang="${frame.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><meta name="theme-color" content="#14192B"><meta name="format-detection" content="telephone=no">
<title>${signal.title} · ${site}</title><link rel="icon" href="/icon.svg"><style nonce="${escapeHtml(frame.nonce)}">${style}</style></head>
<body><header><b>${escapeHtml(frame.caja.name)}</b> ${words.product}</header>
<main>${frame.demonstration ? `<p class="demo">${common.frame.demonstration}</p>` : ""}
<div class="senal ${signal.colour}" data-signal="${signal.colour}"><div>${signal.figure}<div><h1>${signal.title}</h1><p>${signal.line}</p></div></div></div>
<div class="contenido">${signal.body.join("\n")}</div></main>
<footer><a class="enlace" rel="noreferrer" href="${escapeHtml(otherHref)}" lang="${other}">${common.frame.otherLanguage}</a></footer>
</body></html>`;
}

function signalOf(answer: PublicAnswer | { answer: "down" }, frame: Frame): Signal {
  const { publicCode: words, publicPages } = messagesIn(frame.language);
  switch (answer.answer) {
    case "made":
      return {
        colour: "info",
        figure: figures.lens,
        title: escapeHtml(words.made.title(frame.caja.name)),
        line: words.made.line,
        body: [`<p>${words.made.text}</p>`, warning(frame), doors(frame)],
      };
    case "unknown":
      return {
        colour: "warn",
        figure: figures.diamond,
        title: words.unknown.title,
        line: words.unknown.line,
        body: [
          `<p>${words.unknown.text}</p>`,
          call(frame),
          `<p>${link("/verificar", words.unknown.again)}</p>`,
          warning(frame),
          doors(frame),
        ],
      };
    case "wait":
      return {
        colour: "info",
        figure: figures.clock,
        title: words.wait.title,
        line: words.wait.line,
        body: [`<p>${sentence(words.wait.text(timeOfDay(answer.until, frame.language)))}</p>`, call(frame)],
      };
    case "down":
      return {
        colour: "info",
        figure: figures.clock,
        title: publicPages.unavailable.title,
        line: publicPages.unavailable.text,
        body: [`<p>${publicPages.unavailable.advice}</p>`, call(frame)],
      };
  }
}

function warning(frame: Frame): string {
  const { publicCode: words } = messagesIn(frame.language);
  return `<div class="ojo"><p><b>${words.warning}</b></p><p>${escapeHtml(sentence(words.address(frame.host)))}</p></div>`;
}

function doors(frame: Frame): string {
  const { publicCode: words } = messagesIn(frame.language);
  return `<h2>${words.providerTitle}</h2><p><a class="boton" rel="noreferrer" href="/ingresar">${words.providerAction}</a></p>
<h2>${words.ownerTitle}</h2><p>${link("/ayuda", words.ownerAction)}</p>`;
}

function call({ language, caja: { phone } }: Frame): string {
  if (!phone) return "";
  const tel = escapeHtml(phone.replace(/[^\d+]/g, ""));
  return `<p>${messagesIn(language).common.frame.callUs} <a href="tel:${tel}">${escapeHtml(phone)}</a></p>`;
}

function link(href: string, text: string): string {
  return `<a class="enlace" rel="noreferrer" href="${href}">${text}</a>`;
}

/** A full stop, unless the text brings its own ("10:42 a. m."). */
function sentence(text: string): string {
  return /\.$/.test(text) ? text : `${text}.`;
}

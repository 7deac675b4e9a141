import {
  call,
  doors,
  type Frame,
  link,
  publicPage,
  type Signal,
  unavailable,
  waiting,
  warning,
} from "@/app/_server/http/public-page";
import { figures } from "@/app/_server/http/public-style";
import type { PublicAnswer } from "@/domain/order-code/check-public-code";
import { escapeHtml } from "@/lib/http/html";
import { messagesIn } from "@/messages";

/** HTML of the whole page. `down`: the database could not be asked. Never green, since nothing was compared. */
export function publicCodePage(answer: PublicAnswer | { answer: "down" }, frame: Frame): string {
  return publicPage(signalOf(answer, frame), messagesIn(frame.language).publicCode.product, frame);
}

function signalOf(answer: PublicAnswer | { answer: "down" }, frame: Frame): Signal {
  const { publicCode: words } = messagesIn(frame.language);
  switch (answer.answer) {
    case "made":
      return {
        colour: "info",
        figure: figures.lens,
        title: escapeHtml(words.genuine.title(frame.caja.name)),
        line: words.genuine.line,
        body: [`<p>${words.genuine.text}</p>`, warning(frame), doors(frame)],
      };
    case "superseded":
      return {
        colour: "warn",
        figure: figures.diamond,
        title: escapeHtml(words.superseded.title(frame.caja.name)),
        line: words.superseded.line,
        body: [`<p>${words.superseded.text}</p>`, call(frame), warning(frame), doors(frame)],
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
        body: [...waiting(answer, frame), call(frame)],
      };
    case "down":
      return unavailable(frame);
  }
}

import {
  call,
  type Frame,
  publicPage,
  type Signal,
  unavailable,
  waiting,
  warning,
} from "@/app/_server/http/public-page";
import { figures } from "@/app/_server/http/public-style";
import type { ProofAnswer } from "@/domain/proof/check-proof";
import { comparisonWords } from "@/domain/proof/pdf-rows";
import { dateTime } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import { escapeHtml } from "@/lib/http/html";
import { messagesIn } from "@/messages";
import { formatNit } from "@/model/identity/format";
import type { ProofContent } from "@/model/proof";

/** The whole page as one text: whether the caja gave this proof. No affiliate, no person, no whole number. */
export function publicProofPage(answer: ProofAnswer | { answer: "down" }, frame: Frame): string {
  const { product } = messagesIn(frame.language).proof.publicPage;
  return publicPage(signalOf(answer, frame), product, frame);
}

function signalOf(answer: ProofAnswer | { answer: "down" }, frame: Frame): Signal {
  const { proof, publicCode } = messagesIn(frame.language);
  const { genuine, undone, unknown, wait } = proof.publicPage;
  switch (answer.answer) {
    case "given": {
      const { facts, undoneAt } = answer;
      const body = [
        ...sentences(facts, frame).map(paragraph),
        paragraph(genuine.when(dateTime(facts.givenAt, frame.language))),
      ];
      if (undoneAt)
        return {
          colour: "warn",
          figure: figures.diamond,
          title: undone.title,
          line: unbroken(undone.line(facts.number)),
          body: [paragraph(undone.when(dateTime(undoneAt, frame.language))), ...body, warning(frame)],
        };
      return {
        colour: "info",
        figure: figures.lens,
        title: escapeHtml(genuine.title(facts.caja.name)),
        line: unbroken(genuine.line(facts.number)),
        body: [...body, `<p>${genuine.text}</p>`, warning(frame)],
      };
    }
    case "unknown":
      return {
        colour: "warn",
        figure: figures.diamond,
        title: unknown.title,
        line: unknown.line,
        body: [`<p>${unknown.text}</p>`, call(frame), warning(frame)],
      };
    case "wait":
      return {
        colour: "info",
        figure: figures.clock,
        title: publicCode.wait.title,
        line: wait,
        body: [...waiting(answer, frame), call(frame)],
      };
    case "down":
      return unavailable(frame);
  }
}

/** Numbers of proofs and NITs stay on one line where a line has room for them. */
const unbroken = (html: string) =>
  html.replace(/\b(?:\d{3}\.\d{3}\.\d{3}-\d|[A-Z]-\d{4}-\d{6,})\b/g, '<span class="number">$&</span>');

const paragraph = (text: string) => `<p>${unbroken(escapeHtml(text))}</p>`;

/** Public part of a proof: shop, end of the number, answer. A value for uses only. */
function sentences(facts: ProofContent, { language }: Frame): string[] {
  const { proof } = messagesIn(language);
  const { genuine } = proof.publicPage;
  const [nit = "", digit = ""] = facts.provider.nit.split("-");
  const provider = `${facts.provider.name} (NIT ${formatNit(nit, Number(digit))})`;
  const number = facts.order.number;
  const order = number === null ? proof.noNumber : genuine.ending(number.slice(-3));
  switch (facts.kind) {
    case "use":
      return [genuine.use(provider, formatPesos(facts.amount), order)];
    case "undo":
      return [genuine.undo(provider, formatPesos(facts.amount), order)];
    default:
      return [
        genuine.lookUp(provider, order),
        genuine.answer(proof.outcomes[facts.outcome]),
        ...(facts.comparison ? [genuine.compared(comparisonWords(facts.comparison, proof))] : []),
      ];
  }
}

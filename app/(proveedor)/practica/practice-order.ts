import { notFound, permanentRedirect } from "next/navigation";
import {
  isVerdict,
  type PracticeOrder,
  type PracticeVerdict,
  practiceAnswer,
  practiceOrders,
  practiceVerdicts,
} from "@/domain/practice/practice";
import type { Language } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { verdictWords } from "../_answer/answer";
import { addressWords, formerWords, practicePath } from "./addresses";

/** The practice order of an address; a former address leads to the present one. */
export function practiceOrderAt(word: string): PracticeOrder {
  const former = Object.hasOwn(formerWords, word) ? formerWords[word] : undefined;
  if (former) permanentRedirect(practicePath(former));
  const code = practiceVerdicts.find((each) => addressWords[each] === word);
  return code ? practiceOrders[code] : notFound();
}

/** The counter's heading of a verdict, which is also the title of its page. */
export function practiceWords(
  order: PracticeOrder,
  verdict: PracticeVerdict,
  messages: Messages,
  language: Language,
): { heading: string; title: string } {
  const { offline, practice, publicPages } = messages;
  const words = isVerdict(verdict)
    ? verdictWords(practiceAnswer(order, verdict, new Date()), verdict, messages, language)
    : verdict === "unconfirmed"
      ? { heading: offline.verdicts.unconfirmed.heading, title: offline.verdicts.unconfirmed.heading }
      : { heading: publicPages.unavailable.title, title: publicPages.unavailable.title };
  return { heading: words.heading, title: `${practice.title}: ${words.title}` };
}

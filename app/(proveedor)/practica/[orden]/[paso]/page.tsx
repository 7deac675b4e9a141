import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { AnswerMain } from "@/app/(proveedor)/_answer/answer-main";
import { AnswerView } from "@/app/(proveedor)/_answer/answer-view";
import { GreenFor } from "@/components/order/green-for";
import { Note } from "@/components/ui/note";
import { currentCaja } from "@/domain/caja/profile";
import { GREEN_MS } from "@/domain/lookup/verdict";
import { isVerdict, type PracticeOrder, practiceAnswer } from "@/domain/practice/practice";
import { currentLanguage, currentMessages } from "@/messages";
import type { Verdict } from "@/model/verdict";
import { practiceOrderAt, practiceWords } from "../../practice-order";
import { PracticePaper } from "../../practice-paper";
import { practiceWays } from "../practice-ways";
import { Unanswered } from "../unanswered";

type Props = {
  params: Promise<{ orden: string; paso: string }>;
  searchParams: Promise<{ otra?: string }>;
};

function stepOf({ steps }: PracticeOrder, paso: string) {
  const step = /^\d$/.test(paso) ? steps[Number(paso) - 1] : undefined;
  return step ?? notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ orden, paso }, messages, language] = await Promise.all([
    params,
    currentMessages(),
    currentLanguage(),
  ]);
  const order = practiceOrderAt(orden);
  return { title: practiceWords(order, stepOf(order, paso), messages, language).title };
}

/** The counter's answer, computed from the practice order alone. */
export default async function PracticeAnswerPage({ params, searchParams }: Props) {
  const { actor } = await requireGrant("counter.work");
  const [{ orden, paso }, { otra }, caja, messages, language] = await Promise.all([
    params,
    searchParams,
    currentCaja(),
    currentMessages(),
    currentLanguage(),
  ]);
  const order = practiceOrderAt(orden);
  const step = stepOf(order, paso);
  const now = new Date();
  const paper = <PracticePaper order={order} messages={messages} language={language} now={now} />;
  if (!isVerdict(step))
    return <Unanswered verdict={step} order={order} caja={caja} messages={messages} paper={paper} />;
  const { practice } = messages;
  const beside = (
    <>
      {otra ? (
        <Note title={practice.again}>
          <p>{order.steps.includes("unread") ? practice.damagedText : practice.againText}</p>
        </Note>
      ) : null}
      <h2>{practice.paperBeside}</h2>
      {paper}
    </>
  );
  const answer = practiceAnswer(order, step, now);
  const shown = {
    id: order.code,
    answer: step === "digits" && otra ? { ...answer, digitsMissed: 1 } : answer,
    caja,
    messages,
    language,
    actor,
    ways: practiceWays(order),
    paper: step === "current" ? beside : null,
  };
  const view = (verdict: Verdict) => <AnswerView key={verdict} {...shown} verdict={verdict} />;
  return (
    <AnswerMain verdict={answer.verdict}>
      {step === "authentic" ? (
        // The green answer expires in the practice too, so that it cannot be shown to somebody as a real one.
        <GreenFor
          ms={GREEN_MS}
          faded={view("asked_before")}
          fadedTitle={practiceWords(order, "asked_before", messages, language).title}
        >
          {view("authentic")}
        </GreenFor>
      ) : (
        view(answer.verdict)
      )}
    </AnswerMain>
  );
}

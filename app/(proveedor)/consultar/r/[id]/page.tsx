import type { Metadata } from "next";
import { KeepAnswer } from "@/app/_offline/keep-answer";
import { requireGrant } from "@/app/_server/auth/session";
import { answerTo, verdictWords } from "@/app/(proveedor)/_answer/answer";
import { AnswerMain } from "@/app/(proveedor)/_answer/answer-main";
import { AnswerView } from "@/app/(proveedor)/_answer/answer-view";
import { AskingAgain } from "@/components/order/asking-again";
import { FreshAnswer } from "@/components/order/fresh-answer";
import { GreenFor } from "@/components/order/green-for";
import { SignalCue } from "@/components/order/signal-cue";
import { currentCaja } from "@/domain/caja/profile";
import { GREEN_MS, signalOf } from "@/domain/lookup/verdict";
import { soundIsOn } from "@/lib/sound";
import { currentLanguage, currentMessages } from "@/messages";
import { counterWays } from "./ways";

type Params = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const [answer, messages, language] = await Promise.all([
    answerTo((await params).id),
    currentMessages(),
    currentLanguage(),
  ]);
  return { title: verdictWords(answer, answer.verdict, messages, language).title };
}

export default async function AnswerPage({ params }: Params) {
  const grant = await requireGrant("order.look_up");
  const { id } = await params;
  const [answer, caja, messages, language, sound] = await Promise.all([
    answerTo(id),
    currentCaja(),
    currentMessages(),
    currentLanguage(),
    soundIsOn(),
  ]);
  const { verdict, readAt, counter } = answer;
  const shown = { id, answer, caja, messages, language, actor: grant.actor, ways: counterWays(id) };
  const greenMs = counter.comparison ? counter.comparison.at.getTime() + GREEN_MS - readAt.getTime() : 0;
  const { heading } = verdictWords(answer, verdict, messages, language);
  const answerId = `${id} ${readAt.toISOString()}`;
  return (
    <AnswerMain verdict={verdict} outcome={answer.outcome}>
      <FreshAnswer
        answerId={answerId}
        verdict={verdict}
        asking={<AskingAgain text={messages.compare.fresh} />}
      >
        {verdict === "authentic" ? (
          <>
            <noscript>
              <meta httpEquiv="refresh" content={String(Math.ceil(greenMs / 1000))} />
            </noscript>
            <GreenFor
              ms={greenMs}
              faded={<AnswerView key="asked_before" {...shown} verdict="asked_before" />}
              fadedTitle={verdictWords(answer, "asked_before", messages, language).title}
            >
              <AnswerView key={verdict} {...shown} verdict={verdict} />
            </GreenFor>
          </>
        ) : (
          <AnswerView key={verdict} {...shown} verdict={verdict} />
        )}
        {verdict === "digits" ? null : (
          <KeepAnswer
            lookupId={id}
            number={answer.number ?? answer.numberTyped ?? ""}
            heading={heading}
            at={readAt.toISOString()}
          />
        )}
        {sound ? <SignalCue signal={signalOf(verdict)} /> : null}
      </FreshAnswer>
    </AnswerMain>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { SignalPanel } from "@/components/order/signal-panel";
import { Note } from "@/components/ui/note";
import { type LookupAnswer, readLookup } from "@/domain/order/read-lookup";
import { requireGrant } from "@/lib/auth/session";
import { currentCaja } from "@/lib/caja-profile";
import { dayAndTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { VerdictActions } from "./verdict-actions";
import { VerdictBody } from "./verdict-body";

type Params = { params: Promise<{ id: string }> };

const answerTo = cache(async (id: string): Promise<LookupAnswer> => {
  const grant = await requireGrant("order.look_up");
  const answer = /^[0-9a-f-]{36}$/.test(id) ? await readLookup(grant, id) : null;
  return answer ?? notFound();
});

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const [answer, { counter }] = await Promise.all([answerTo((await params).id), currentMessages()]);
  const { heading } = counter.verdicts[answer.outcome];
  const number = answer.number ?? answer.numberTyped;
  return { title: number ? counter.pageTitle(heading, number) : heading };
}

export default async function AnswerPage({ params }: Params) {
  const grant = await requireGrant("order.look_up");
  const { id } = await params;
  const [answer, caja, messages, language] = await Promise.all([
    answerTo(id),
    currentCaja(),
    currentMessages(),
    currentLanguage(),
  ]);
  const { counter, scan } = messages;
  const { heading, line } = counter.verdicts[answer.outcome];
  const isPicture = answer.channel === "picture";
  return (
    <main id="contenido" tabIndex={-1} className="respuesta" data-outcome={answer.outcome}>
      <SignalPanel outcome={answer.outcome} heading={heading} line={isPicture ? scan.picture.title : line} />
      <div className="contenido">
        {isPicture ? <Note title={scan.picture.title}>{scan.picture.text}</Note> : null}
        <VerdictBody
          id={id}
          answer={answer}
          caja={caja}
          messages={messages}
          language={language}
          provider={grant.actor.provider}
        />
        <p className="pista">
          {counter.asked(
            dayAndTime(answer.askedAt, answer.readAt, language),
            dayAndTime(answer.readAt, answer.readAt, language),
          )}{" "}
          <a href={`/consultar/r/${id}`}>{counter.reload}</a>
        </p>
      </div>
      <VerdictActions id={id} outcome={answer.outcome} phone={caja.phone} messages={messages} />
    </main>
  );
}

import { OneButtonForm } from "@/components/form/one-button-form";
import { PageBody } from "@/components/layout/page-body";
import { LiveClock } from "@/components/order/live-clock";
import { SignalPanel } from "@/components/order/signal-panel";
import { Note } from "@/components/ui/note";
import { lookupCode } from "@/domain/lookup/lookup-code";
import { dayAndTime } from "@/lib/format/date";
import { giveProofAction } from "./actions";
import { verdictWords } from "./answer";
import type { AnswerProps } from "./answer-props";
import { CompareBody } from "./compare-body";
import { VerdictActions } from "./verdict-actions";
import { VerdictBody } from "./verdict-body";

/** One verdict, whole: its signal, what stands under it, what to do next. */
export function AnswerView(props: AnswerProps) {
  const { id, answer, verdict, caja, messages, language, ways } = props;
  const { counter, compare, proof, scan } = messages;
  const { heading, line } = verdictWords(answer, verdict, messages, language);
  // A picture's own verdict says it in its heading.
  const showsPictureNote = answer.channel === "picture" && verdict !== "picture";
  const lineOf = () => {
    if (showsPictureNote) return scan.picture.title;
    return verdict === "foreign" ? scan.foreignPage.line(caja.name) : line;
  };
  const question = (
    <p className="text-hint text-ink-soft">
      {counter.lookedUp(
        dayAndTime(answer.askedAt, answer.readAt, language),
        dayAndTime(answer.readAt, answer.readAt, language),
      )}{" "}
      <a href={ways.self}>{counter.reload}</a>
      {answer.asker && !ways.practice ? (
        <>
          <br />
          <span className="tabular-nums lining-nums">
            {counter.asker([answer.asker, props.actor.provider.legalName].join(", "), lookupCode(id))}
          </span>
        </>
      ) : null}
    </p>
  );
  return (
    <>
      <SignalPanel verdict={verdict} heading={heading} line={lineOf()}>
        {verdict === "authentic" ? (
          <LiveClock readAt={answer.readAt.toISOString()} stopLabel={compare.stopMotion} />
        ) : null}
      </SignalPanel>
      <PageBody>
        {props.paper}
        {showsPictureNote ? <Note title={scan.picture.title}>{scan.picture.text}</Note> : null}
        {verdict === "current" ? (
          <CompareBody {...props} question={question} />
        ) : (
          <>
            <VerdictBody {...props} />
            {question}
          </>
        )}
        {verdict === "digits" || ways.practice ? null : (
          <OneButtonForm
            action={giveProofAction}
            hidden={{ lookupId: id }}
            label={proof.give}
            pendingLabel={proof.giving}
            variant="text"
          />
        )}
      </PageBody>
      {verdict === "current" ? null : <VerdictActions {...props} />}
    </>
  );
}

import { PageBody } from "@/components/layout/page-body";
import { LiveClock } from "@/components/order/live-clock";
import { SignalPanel } from "@/components/order/signal-panel";
import { Note } from "@/components/ui/note";
import { verdictWords } from "./answer";
import type { AnswerProps } from "./answer-props";
import { CompareBody } from "./compare-body";
import { LookupLine } from "./lookup-line";
import { OwnPart } from "./own-part";
import { VerdictAct, VerdictWays } from "./verdict-actions";
import { VerdictBody } from "./verdict-body";

/** Shows a verdict: signal, details and next actions. */
export function AnswerView(props: AnswerProps) {
  const { answer, verdict, caja, messages, language } = props;
  const { compare, counter, scan } = messages;
  const { heading, line } = verdictWords(answer, verdict, messages, language);
  // The verdict for a picture says so in its heading.
  const showsPictureNote = answer.channel === "picture" && verdict !== "picture";
  const lineOf = () => {
    if (showsPictureNote) return scan.picture.title;
    return verdict === "foreign" ? scan.foreignPage.line(caja.name) : line;
  };
  return (
    <>
      <SignalPanel verdict={verdict} heading={heading} line={lineOf()}>
        {verdict === "authentic" ? (
          <LiveClock readAt={answer.readAt.toISOString()} stopLabel={compare.stopMotion} />
        ) : null}
      </SignalPanel>
      <PageBody>
        {props.paper}
        <OwnPart {...props} receipt={props.ways.receipt} />
        {showsPictureNote ? <Note title={scan.picture.title}>{scan.picture.text}</Note> : null}
        {verdict === "current" ? <CompareBody {...props} /> : <VerdictBody {...props} />}
        <VerdictAct {...props} />
        <VerdictWays {...props} />
        {verdict === "current" ? (
          <p>
            <b>{counter.compareCall(caja.phone, caja.hours)}</b>
          </p>
        ) : null}
        <LookupLine {...props} />
      </PageBody>
    </>
  );
}

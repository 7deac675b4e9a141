import { FactList } from "@/components/order/order-sheet";
import { WaitNews } from "@/components/order/wait-news";
import { Box } from "@/components/ui/box";
import { dayAndTime, longDate } from "@/lib/format/date";
import { formatNit } from "@/model/identity/format";
import type { AnswerProps } from "./answer-props";
import { AnswerSheet, AuthenticBody, MismatchBody, RegisteredBody, UnreadBody } from "./compared-bodies";
import { NotFoundBody } from "./not-found-body";
import { DigitsBody, ForeignBody, ForgedBody, UnknownCodeBody, wasScanned } from "./scan-bodies";
import { TellCustomer } from "./tell-customer";

/** Content below the signal, for each verdict except the one that is not compared yet. */
export function VerdictBody(props: AnswerProps) {
  const { answer, caja, messages, language, verdict } = props;
  const { provider } = props.actor;
  const { counter } = messages;
  switch (verdict) {
    case "authentic":
      return <AuthenticBody {...props} />;
    case "asked_before":
      return <p>{oldAnswerText(props)}</p>;
    case "mismatch":
      return <MismatchBody {...props} />;
    case "unread":
      return <UnreadBody {...props} />;
    case "registered":
      return <RegisteredBody {...props} />;
    case "current":
    case "picture":
      return <AnswerSheet {...props} />;
    case "not_found":
      return wasScanned(answer) ? (
        <UnknownCodeBody {...props} />
      ) : (
        <NotFoundBody {...props} counter={counter} />
      );
    case "digits":
      return <DigitsBody {...props} />;
    case "forged":
      return <ForgedBody {...props} />;
    case "foreign":
      return <ForeignBody {...props} />;
    case "used":
      return <Stopped {...props} fact={counter.usedFact} advice={counter.adviceUsed(caja.phone)} />;
    case "annulled":
      return <Stopped {...props} fact={counter.annulledFact} advice={counter.adviceAnnulled} />;
    case "expired":
      return <Stopped {...props} fact={counter.expiredFact} advice={counter.adviceExpired} />;
    case "not_yet":
      return <Stopped {...props} fact={counter.startsFact} advice={counter.adviceNotYet} />;
    case "blocked":
      return <Stopped {...props} fact={counter.blockedFact} advice={counter.adviceBlocked} />;
    case "replaced":
      return <Stopped {...props} fact={counter.replacedFact} advice={counter.adviceReplaced} />;
    case "superseded":
      return (
        <Stopped
          {...props}
          fact={counter.supersededFact}
          advice={counter.adviceSuperseded(caja.name, caja.phone)}
        />
      );
    case "claimed":
      return <p>{counter.adviceClaimed}</p>;
    case "other_provider":
      return (
        <>
          <Box>
            <FactList
              rows={[
                {
                  label: counter.requestedFact,
                  value: [answer.kindName, answer.number ?? answer.numberTyped].filter(Boolean).join(" "),
                  digits: true,
                },
              ]}
            />
          </Box>
          <p>{counter.otherProvider}</p>
          <p>{counter.keepNothing}</p>
          <TellCustomer counter={counter}>{counter.adviceOther(caja.phone)}</TellCustomer>
        </>
      );
    case "waiting": {
      const over = answer.waitUntil !== null && answer.waitUntil <= answer.readAt;
      return (
        <>
          {answer.waitUntil === null || over ? null : (
            <>
              <p>
                <b>{counter.waitingUntil(dayAndTime(answer.waitUntil, answer.readAt, language))}</b>
              </p>
              <WaitNews ms={answer.waitUntil.getTime() - answer.readAt.getTime()} {...counter.waitingLeft} />
            </>
          )}
          <p>{counter.waitingWhy}</p>
          {over ? null : <p>{counter.waitingCheck}</p>}
          <p>{counter.phoneAndHours(caja.phone, caja.hours)}</p>
        </>
      );
    }
    case "paused":
      return (
        <>
          <p>{counter.pausedWhy(provider.legalName, formatNit(provider.nit, provider.checkDigit))}</p>
          <p>{counter.pausedCall(caja.name, caja.phone, caja.hours)}</p>
        </>
      );
  }
}

/** Why a comparison is no longer valid: the order changed, another person made it, or it expired. */
function oldAnswerText({ answer: { counter }, actor, messages: { compare } }: AnswerProps): string {
  if ((counter.changes ?? []).length > 0) return compare.changedText;
  const by = counter.comparison?.by ?? null;
  return by !== null && by !== actor.personId ? compare.comparedByOther : compare.oldAnswerText;
}

/** An order that exists but cannot be used now: its number, the relevant date, and what to say. */
function Stopped({
  answer,
  messages: { counter },
  language,
  fact,
  advice,
}: AnswerProps & { fact: string; advice: string }) {
  const day = answer.endsOn ?? answer.startsOn;
  const when = answer.stateChangedAt
    ? dayAndTime(answer.stateChangedAt, answer.readAt, language)
    : day && longDate(day, language);
  return (
    <>
      <Box>
        <FactList
          rows={[
            ...(when ? [{ label: fact, value: when }] : []),
            { label: counter.orderFact, value: `${answer.kindName} ${answer.number}`, digits: true },
          ]}
        />
      </Box>
      <p>{counter.keepNothing}</p>
      <TellCustomer counter={counter}>{advice}</TellCustomer>
    </>
  );
}

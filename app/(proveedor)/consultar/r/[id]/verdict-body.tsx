import { orderRows } from "@/components/order/order-rows";
import { FactList, OrderSheet } from "@/components/order/order-sheet";
import type { ActorProvider } from "@/domain/access";
import type { LookupAnswer } from "@/domain/order/read-lookup";
import type { CajaProfile } from "@/lib/caja-profile";
import { dayAndTime, longDate } from "@/lib/format/date";
import { formatNit } from "@/lib/format/identity";
import type { Language } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { NotFoundBody } from "./not-found-body";
import { DigitsBody, ForeignBody, ForgedBody, UnknownCodeBody, wasScanned } from "./scan-bodies";

type Props = {
  id: string;
  answer: LookupAnswer;
  caja: CajaProfile;
  messages: Messages;
  language: Language;
  provider: ActorProvider;
};

/** What stands under the signal, for each outcome. */
export function VerdictBody(props: Props) {
  const { answer, caja, messages, language, provider } = props;
  const { counter } = messages;
  switch (answer.outcome) {
    case "current":
      return <CurrentBody {...props} />;
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
      return <Stopped {...props} fact={counter.usedFact} said={counter.saidUsed(caja.phone)} />;
    case "annulled":
      return <Stopped {...props} fact={counter.annulledFact} said={counter.saidAnnulled} />;
    case "expired":
      return <Stopped {...props} fact={counter.expiredFact} said={counter.saidExpired} />;
    case "not_yet":
      return <Stopped {...props} fact={counter.startsFact} said={counter.saidNotYet} />;
    case "blocked":
      return <Stopped {...props} fact={counter.blockedFact} said={counter.saidBlocked} />;
    case "replaced":
      return <Stopped {...props} fact={counter.replacedFact} said={counter.saidReplaced} />;
    case "claimed":
      return <p>{counter.saidClaimed}</p>;
    case "other_provider":
      return (
        <>
          <h2>{counter.sayTitle}</h2>
          <p>{counter.saidOther(caja.phone)}</p>
          <p>{counter.keepNothing}</p>
        </>
      );
    case "waiting": {
      const over = answer.waitUntil !== null && answer.waitUntil <= answer.readAt;
      return (
        <>
          <p>
            <b>
              {over || !answer.waitUntil
                ? counter.waitingOver
                : counter.waitingUntil(dayAndTime(answer.waitUntil, answer.readAt, language))}
            </b>
          </p>
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
          <p>{counter.pausedCall(caja.phone, caja.hours)}</p>
        </>
      );
  }
}

function CurrentBody({ answer, caja, messages: { counter }, language }: Props) {
  const { sheet } = answer;
  if (!sheet) throw new Error("a current order came without its sheet");
  return (
    <>
      <OrderSheet
        title={counter.sheetTitle}
        kind={answer.kindName}
        numberLabel={counter.sheetNumber}
        number={sheet.number}
        rows={orderRows(sheet, counter, language)}
      />
      <h2>{counter.compareTitle}</h2>
      <ol className="pasos">
        {counter.compareSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>
        <b>{counter.compareCall(caja.phone, caja.hours)}</b>
      </p>
      <p>{counter.compareSafe}</p>
    </>
  );
}

/** An order that exists and must not be taken now: number, the day that decides, what to say. */
function Stopped({
  answer,
  messages: { counter },
  language,
  fact,
  said,
}: Props & { fact: string; said: string }) {
  const day = answer.endsOn ?? answer.startsOn;
  const when = answer.stateChangedAt
    ? dayAndTime(answer.stateChangedAt, answer.readAt, language)
    : day && longDate(day, language);
  return (
    <>
      <div className="recuadro">
        <FactList
          rows={[
            { label: fact, value: when },
            { label: counter.orderFact, value: `${answer.kindName} ${answer.number}`, digits: true },
          ]}
        />
      </div>
      <h2>{counter.sayTitle}</h2>
      <p>{said}</p>
      <p>{counter.keepNothing}</p>
    </>
  );
}

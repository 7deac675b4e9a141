import type { ReactNode } from "react";
import { OneButtonForm } from "@/components/form/one-button-form";
import { ActionBar } from "@/components/ui/action-bar";
import { ButtonLink } from "@/components/ui/button";
import { OtherWays } from "@/components/ui/other-ways";
import { signalOf } from "@/domain/lookup/verdict";
import { can } from "@/model/access";
import { claimAction, giveProofAction } from "./actions";
import type { AnswerProps } from "./answer-props";
import { CallLink, CallWay } from "./call-link";

type Way = { href: string; label: string };

/** Next actions: the main one in the sticky bar, the rest as rows below it. */
type Next = { act: ReactNode; rows?: "two"; others: readonly (Way | "call")[] };

/** Main action of a verdict, unless the page passes its own. Only green has a filled button. */
export function VerdictAct(props: AnswerProps) {
  const { act, rows } = nextOf(props);
  return act ? <ActionBar rows={rows}>{act}</ActionBar> : null;
}

/** Further actions of a verdict, by priority. */
export function VerdictWays(props: AnswerProps) {
  const { id, verdict, caja, messages, ways } = props;
  const { counter, proof } = messages;
  return (
    <OtherWays>
      {nextOf(props).others.map((way) =>
        way === "call" ? (
          <CallWay key={way} caja={caja} counter={counter} />
        ) : (
          <ButtonLink key={way.label} href={way.href} variant="row">
            {way.label}
          </ButtonLink>
        ),
      )}
      {verdict === "digits" || ways.practice ? null : (
        <OneButtonForm
          action={giveProofAction}
          hidden={{ lookupId: id }}
          label={proof.give}
          hint={proof.giveHint}
          pendingLabel={proof.giving}
          variant="row"
        />
      )}
    </OtherWays>
  );
}

function nextOf({ id, answer, verdict, caja, messages, actor, ways }: AnswerProps): Next {
  const { counter, compare, report } = messages;
  const { claim, claimFirst, registersUse, mayUse, ownUse } = answer.counter;
  const uses = registersUse && mayUse && can(actor, "order.use");
  const ask = { href: ways.ask, label: counter.askAnother };
  const odd = ways.practice ? [] : [{ href: `/consultar/r/${id}/reportar`, label: report.links.any }];
  const call = caja.phone ? (["call"] as const) : [];
  const use = <ButtonLink href={ways.use}>{compare.useIt}</ButtonLink>;
  switch (verdict) {
    case "current":
      return {
        act: null,
        others: [{ href: ways.unreadable, label: compare.cannotRead }, ask, ...call, ...odd],
      };
    case "authentic": {
      if (!uses) return { act: outlined(ask), others: odd };
      const claims = claimFirst && claim !== "mine";
      return {
        act: claims ? (
          <OneButtonForm
            action={claimAction}
            hidden={{ lookupId: id }}
            label={compare.claimIt}
            pendingLabel={compare.claiming}
          />
        ) : (
          use
        ),
        others: [...odd, { href: ways.ask, label: compare.lookupOnly }],
      };
    }
    case "asked_before": {
      const again = { href: ways.askAgain, label: compare.askAgain };
      return uses && claim === "mine"
        ? { act: use, others: [again, ...call, ...odd] }
        : { act: outlined(again), others: [...call, ...odd] };
    }
    case "registered":
      return ownUse
        ? {
            act: outlined({ href: ways.receipt(ownUse.id), label: compare.seeReceipt }),
            others: [ask, ...call, ...odd],
          }
        : { act: outlined(ask), others: [...call, ...odd] };
    case "digits":
      return { act: null, others: [ask, ...call, ...odd] };
    case "mismatch":
      return caja.phone
        ? { act: <CallLink caja={caja} counter={counter} />, rows: "two", others: [...odd, ask] }
        : { act: outlined(ask), others: odd };
    default:
      break;
  }
  const step = stepOf({ verdict, ways, messages });
  // With the stop signal, calling the caja comes before the next look-up.
  return signalOf(verdict) === "stop" && caja.phone
    ? { act: <CallLink caja={caja} counter={counter} />, rows: "two", others: [step, ...odd] }
    : { act: outlined(step), others: [...call, ...odd] };
}

function outlined({ href, label }: Way): ReactNode {
  return (
    <ButtonLink href={href} variant="outline">
      {label}
    </ButtonLink>
  );
}

function stepOf({
  verdict,
  ways,
  messages: { counter, scan },
}: Pick<AnswerProps, "verdict" | "messages" | "ways">): Way {
  if (verdict === "not_found") return { href: ways.askAgain, label: counter.fixNumbers };
  if (verdict === "foreign") return { href: ways.ask, label: scan.scanner.typeNumbers };
  if (verdict === "paused") return { href: "/aplicaciones", label: counter.seeApplications };
  return { href: ways.ask, label: counter.askAnother };
}

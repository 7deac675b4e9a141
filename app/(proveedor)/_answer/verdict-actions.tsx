import { OneButtonForm } from "@/components/form/one-button-form";
import { ActionBar } from "@/components/ui/action-bar";
import { ButtonLink } from "@/components/ui/button";
import { signalOf } from "@/domain/lookup/verdict";
import { can } from "@/model/access";
import { claimAction } from "./actions";
import type { AnswerProps } from "./answer-props";
import { CallLink } from "./call-link";

/** What to do next. Only green has a filled button: people skip the text when there is one to press. */
export function VerdictActions({ id, answer, verdict, caja, messages, actor, ways }: AnswerProps) {
  const { counter, compare, report } = messages;
  const { claim, claimFirst, registersUse, mayUse } = answer.counter;
  const uses = registersUse && mayUse && can(actor, "order.use");
  const useLink = <ButtonLink href={ways.use}>{compare.useIt}</ButtonLink>;
  if (verdict === "authentic") {
    return (
      <ActionBar answer>
        {uses && claimFirst && claim !== "mine" ? (
          <OneButtonForm
            action={claimAction}
            hidden={{ lookupId: id }}
            label={compare.claimIt}
            pendingLabel={compare.claiming}
          />
        ) : null}
        {uses && !(claimFirst && claim !== "mine") ? useLink : null}
        {ways.practice ? null : (
          <ButtonLink href={`/consultar/r/${id}/reportar`} variant="outline">
            {report.links.authentic}
          </ButtonLink>
        )}
        <ButtonLink href={ways.ask} variant="outline">
          {uses ? compare.lookupOnly : counter.askAnother}
        </ButtonLink>
      </ActionBar>
    );
  }
  // Where the road says stop, the caja comes before the next order.
  const stops = signalOf(verdict) === "stop";
  const call = caja.phone ? <CallLink caja={caja} counter={counter} /> : null;
  return (
    <ActionBar answer>
      {verdict === "asked_before" && uses && claim === "mine" ? useLink : null}
      {stops ? call : null}
      <NextStep answer={answer} verdict={verdict} messages={messages} ways={ways} />
      {stops ? null : call}
      {ways.practice ? null : (
        <ButtonLink
          href={`/consultar/r/${id}/reportar`}
          variant={verdict === "mismatch" ? "outline" : "text"}
        >
          {verdict === "mismatch" ? report.links.mismatch : report.links.any}
        </ButtonLink>
      )}
    </ActionBar>
  );
}

function NextStep({
  answer,
  verdict,
  ways,
  messages: { counter, compare, scan },
}: Pick<AnswerProps, "answer" | "verdict" | "messages" | "ways">) {
  const { ownUse } = answer.counter;
  if (verdict === "registered" && ownUse) {
    return (
      <>
        <ButtonLink href={ways.receipt(ownUse.id)} variant="outline">
          {compare.seeReceipt}
        </ButtonLink>
        <ButtonLink href={ways.ask} variant="outline">
          {counter.askAnother}
        </ButtonLink>
      </>
    );
  }
  const step =
    verdict === "asked_before"
      ? { href: ways.askAgain, label: compare.askAgain }
      : verdict === "not_found"
        ? { href: ways.askAgain, label: counter.fixNumbers }
        : verdict === "foreign"
          ? { href: ways.ask, label: scan.scanner.typeNumbers }
          : verdict === "paused"
            ? { href: "/aplicaciones", label: counter.seeApplications }
            : { href: ways.ask, label: counter.askAnother };
  return (
    <ButtonLink href={step.href} variant="outline">
      {step.label}
    </ButtonLink>
  );
}

import { telephoneLink } from "@/components/layout/frame";
import { ButtonLink } from "@/components/ui/button";
import { can } from "@/domain/access";
import type { AnswerProps } from "./answer-view";
import { HoldForm } from "./hold-form";

/** What to do next. Only green has a filled button: people skip the text when there is one to press. */
export function VerdictActions({ id, answer, verdict, caja, messages, actor }: AnswerProps) {
  const { counter, compare, account, common } = messages;
  const { claim, claimFirst, registersUse, mayUse } = answer.counter;
  const words = {
    errorSummary: counter.errorSummary,
    wait: account.form.wait,
    refusals: common.refusals,
    errors: {},
    submit: compare.claimIt,
    submitting: compare.claiming,
  };
  const uses = registersUse && mayUse && can(actor, "order.use");
  const useLink = <ButtonLink href={`/consultar/r/${id}/usar`}>{compare.useIt}</ButtonLink>;
  if (verdict === "authentic") {
    return (
      <div className="pie">
        {uses ? claimFirst && claim !== "mine" ? <HoldForm lookupId={id} words={words} /> : useLink : null}
        <ButtonLink href="/consultar" variant="outline">
          {uses ? compare.onlyAsked : counter.askAnother}
        </ButtonLink>
      </div>
    );
  }
  return (
    <div className="pie">
      {verdict === "asked_before" && uses && claim === "mine" ? useLink : null}
      <NextStep id={id} answer={answer} verdict={verdict} messages={messages} />
      {caja.phone ? (
        <ButtonLink href={telephoneLink(caja.phone)} variant="outline">
          {counter.callCaja}
        </ButtonLink>
      ) : null}
    </div>
  );
}

function NextStep({
  id,
  answer,
  verdict,
  messages: { counter, compare, scan },
}: Pick<AnswerProps, "id" | "answer" | "verdict" | "messages">) {
  const { ownUse } = answer.counter;
  if (verdict === "registered" && ownUse) {
    return (
      <>
        <ButtonLink href={`/comprobantes/${ownUse.id}`} variant="outline">
          {compare.seeReceipt}
        </ButtonLink>
        <ButtonLink href="/consultar" variant="outline">
          {counter.askAnother}
        </ButtonLink>
      </>
    );
  }
  const step =
    verdict === "asked_before"
      ? { href: `/consultar?de=${id}`, label: compare.askAgain }
      : verdict === "not_found"
        ? { href: `/consultar?de=${id}`, label: counter.fixNumbers }
        : verdict === "foreign"
          ? { href: "/consultar", label: scan.scanner.typeNumbers }
          : verdict === "paused"
            ? { href: "/aplicaciones", label: counter.seeApplications }
            : { href: "/consultar", label: counter.askAnother };
  return (
    <ButtonLink href={step.href} variant="outline">
      {step.label}
    </ButtonLink>
  );
}

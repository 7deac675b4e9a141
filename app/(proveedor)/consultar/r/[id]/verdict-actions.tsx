import { ButtonLink } from "@/components/ui/button";
import type { Outcome } from "@/domain/order/verdict";
import type { Messages } from "@/messages/es-CO";

/** What to do next. No filled button: people skip the text when there is one to press. */
export function VerdictActions({
  id,
  outcome,
  phone,
  messages: { counter, scan },
}: {
  id: string;
  outcome: Outcome;
  phone: string;
  messages: Messages;
}) {
  return (
    <div className="pie">
      {outcome === "not_found" ? (
        <ButtonLink href={`/consultar?de=${id}`} variant="outline">
          {counter.fixNumbers}
        </ButtonLink>
      ) : outcome === "foreign" ? (
        <ButtonLink href="/consultar" variant="outline">
          {scan.scanner.typeNumbers}
        </ButtonLink>
      ) : outcome === "paused" ? (
        <ButtonLink href="/aplicaciones" variant="outline">
          {counter.seeApplications}
        </ButtonLink>
      ) : (
        <ButtonLink href="/consultar" variant="outline">
          {counter.askAnother}
        </ButtonLink>
      )}
      {phone ? (
        <ButtonLink href={`tel:${phone.replace(/[^\d+]/g, "")}`} variant="outline">
          {counter.callCaja}
        </ButtonLink>
      ) : null}
    </div>
  );
}

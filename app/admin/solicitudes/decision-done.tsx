import { OneButtonForm } from "@/components/form/one-button-form";
import { Done } from "@/components/ui/done";
import { databaseFor } from "@/db/client";
import { findRequest, findToTakeBack } from "@/db/queries/request-desk";
import { sentence } from "@/lib/format/sentence";
import { currentMessages } from "@/messages";
import { can, type Grant } from "@/model/access";
import { takeBackAction } from "./actions";
import { UndoWindow } from "./undo-window";

/**
 * What the person decided last and, until the decision's e-mail leaves, the way back: on every page of the queue, since
 * who decides fast has gone on to another request by then.
 */
export async function DecisionDone({
  grant,
  decided,
  list,
}: {
  grant: Grant<"request.read">;
  /** What was decided on the page before, which is told after the way back is over too. */
  decided: string;
  /** The filters of the list that was decided from: who takes a decision back goes on with that list. */
  list: string;
}) {
  const db = databaseFor(grant);
  const filingNumber =
    (can(grant.actor, "request.decide") ? await findToTakeBack(db, grant.actor.personId) : null) ?? decided;
  const request = filingNumber ? await findRequest(db, filingNumber) : null;
  if (!request?.decidedAt || request.decidedBy !== grant.actor.personId) return null;
  const t = (await currentMessages()).admin.requests;
  const left = request.timeToTakeBack / 1000;
  return (
    <Done>
      <b>{sentence(`${t.states[request.state]}: ${request.legalName}`)}</b>
      {left > 0 && can(grant.actor, "request.decide") ? (
        <UndoWindow seconds={left}>
          <span>{t.mailWaits}</span>
          <span data-key="z" className="inline-block [&_button]:min-h-11">
            <OneButtonForm
              action={takeBackAction}
              hidden={{ requestId: request.id, list }}
              label={t.takeBack}
              variant="text"
            />
          </span>
        </UndoWindow>
      ) : null}
    </Done>
  );
}

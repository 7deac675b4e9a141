import { OneButtonForm } from "@/components/form/one-button-form";
import { Done } from "@/components/ui/done";
import { databaseFor } from "@/db/client";
import { findRequest } from "@/db/queries/request-desk";
import { sentence } from "@/lib/format/sentence";
import { currentMessages } from "@/messages";
import { can, type Grant } from "@/model/access";
import { takeBackAction } from "./actions";
import { UndoWindow } from "./undo-window";

/** What was decided on the page before and, until the decision's e-mail leaves, the way back. */
export async function DecisionDone({
  grant,
  filingNumber,
  list,
}: {
  grant: Grant<"request.read">;
  filingNumber: string;
  /** The filters of the list that was decided from: who takes a decision back goes on with that list. */
  list: string;
}) {
  const request = filingNumber ? await findRequest(databaseFor(grant), filingNumber) : null;
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

import type { FoundRequest } from "@/db/queries/request-desk";
import { dateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { formatNit } from "@/model/identity/format";
import { StateTag } from "../../request-state-tag";
import { deskPath } from "../address";
import { DueDay } from "../due-day";
import { RequestFlags } from "../flags";

const step = "inline-flex min-h-11 items-center font-bold";

/** Whose request it is, until when it is to be answered, and the ones before and after it. */
export async function DeskHead({
  request,
  around: { previous, next, position, total },
  list,
}: {
  request: FoundRequest;
  around: { previous: string | null; next: string | null; position: number; total: number };
  list: string;
}) {
  const [{ admin }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const t = admin.requests;
  const waits = request.state === "submitted";
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-x-5 tabular-nums lining-nums">
        <span>
          {t.nit} <b className="whitespace-nowrap">{formatNit(request.nit, request.checkDigit)}</b>
        </span>
        {waits ? <DueDay submittedAt={request.submittedAt} /> : <StateTag state={request.state} />}
        <RequestFlags flags={request.flags} />
        <span className="whitespace-nowrap text-ink-soft">{request.filingNumber}</span>
        <span className="ml-auto flex flex-wrap items-center gap-x-4 print:hidden">
          {waits ? <span className="text-ink-soft">{t.position(position, total)}</span> : null}
          {previous ? (
            <a className={step} href={deskPath(previous, list)} data-key="k">
              ↑ {t.previous}
            </a>
          ) : null}
          {next ? (
            <a className={step} href={deskPath(next, list)} data-key="j">
              ↓ {t.next}
            </a>
          ) : null}
        </span>
      </div>
      {request.reason && !waits ? (
        <p className="whitespace-pre-line">
          <b>{t.decision}:</b> {request.reason}
        </p>
      ) : null}
      {request.decidedAt && !waits ? (
        <p className="text-ink-soft">
          {t.decidedBy(request.decider ?? "", dateTime(request.decidedAt, language))}
        </p>
      ) : null}
    </>
  );
}

import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import type { RequestSummary } from "@/db/queries/request";
import type { CajaProfile } from "@/domain/caja/last-known";
import { answerDay } from "@/domain/request/rules";
import { longDate } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { bogotaDay } from "@/model/calendar";

/** The next step: what, who and by when. */
export async function NowBox({
  request,
  isOwner,
  mayFileAgain,
  mayRenewAgain,
  caja: { name, phone },
}: {
  request: RequestSummary;
  isOwner: boolean;
  mayFileAgain: boolean;
  /** Whether this is a rejected renewal of something that still has to be given again. */
  mayRenewAgain: boolean;
  caja: CajaProfile;
}) {
  const [{ requests }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const { detail, launcher } = requests;
  const reason = request.reason ? (
    <p className="whitespace-pre-line">{detail.reason(request.reason)}</p>
  ) : null;
  const { renews } = request;
  const application = `/aplicaciones/${request.applicationCode.toLowerCase()}`;
  const box = (children: ReactNode, action: ReactNode = null) => (
    <div data-state={request.state}>
      <Note title={detail.now}>
        {children}
        {renews && request.state !== "approved" ? <p>{detail.accessStays}</p> : null}
      </Note>
      {action}
    </div>
  );
  switch (request.state) {
    case "submitted": {
      const day = answerDay(request.submittedAt);
      const late = bogotaDay(new Date()) > day;
      return box(
        <>
          <p>
            <b>{detail.reviewing}</b>
          </p>
          <p>{late ? detail.late(longDate(day, language)) : detail.answersBy(longDate(day, language))}</p>
          {late && phone ? <p>{detail.lateCall(name, phone)}</p> : null}
        </>,
      );
    }
    case "returned":
      return box(
        <>
          <p>
            <b>{detail.returned}</b>
          </p>
          {reason}
          <p>{isOwner ? detail.returnedNext : launcher.askOwnerCorrect}</p>
        </>,
        isOwner ? (
          <ButtonLink href={`/solicitudes/${request.filingNumber}/corregir`}>{launcher.correct}</ButtonLink>
        ) : null,
      );
    case "approved":
      return box(
        <>
          <p>
            <b>{renews ? detail.renewed : detail.approved}</b>
          </p>
          <p>{detail.approvedNext}</p>
        </>,
        <ButtonLink href="/aplicaciones">{detail.goToApplications}</ButtonLink>,
      );
    case "rejected":
      return box(
        <>
          <p>
            <b>{detail.rejected}</b>
          </p>
          {reason}
          {phone ? <p>{(renews ? detail.renewalRejectedNext : detail.rejectedNext)(name, phone)}</p> : null}
        </>,
        isOwner && mayFileAgain ? (
          <ButtonLink href={`${application}/solicitar`}>{launcher.requestAgain}</ButtonLink>
        ) : isOwner && mayRenewAgain ? (
          <ButtonLink href={`${application}/renovar`}>{launcher.renewal.send}</ButtonLink>
        ) : null,
      );
  }
}

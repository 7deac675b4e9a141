import { documentName } from "@/app/(proveedor)/document-texts";
import { ButtonLink } from "@/components/ui/button";
import { noteClass } from "@/components/ui/note";
import { isToBeSent, type OwnRenewal } from "@/domain/request/renew";
import { answerDay } from "@/domain/request/rules";
import { longDate } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { bogotaDay } from "@/model/calendar";

/** What has to be given again for an application, or how what was sent again stands. The access does not hang on it. */
export async function RenewalNote({ renewal, isOwner }: { renewal: OwnRenewal; isOwner: boolean }) {
  const [{ requests }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const { renewal: words, ...launcher } = requests.launcher;
  const { applicationCode, documents, since, filingNumber, state, submittedAt, reason } = renewal;
  const detail = `/solicitudes/${filingNumber}`;
  if (isToBeSent(renewal) && since !== null)
    return (
      <div className={`${noteClass} mt-4`} data-renewal="due">
        {state === "rejected" ? <p>{words.rejected(filingNumber ?? "", reason ?? "")}</p> : null}
        <p>
          <b>
            {(since > bogotaDay(new Date()) ? words.soon : words.due)(
              documents.map((document) => documentName(document, requests)).join(", "),
              longDate(since, language),
            )}
          </b>
        </p>
        <p>{words.dueText}</p>
        {isOwner ? (
          <ButtonLink href={`/aplicaciones/${applicationCode.toLowerCase()}/renovar`} variant="outline">
            {words.send}
          </ButtonLink>
        ) : (
          <p>{words.askOwner}</p>
        )}
      </div>
    );
  if (filingNumber === null || submittedAt === null) return null;
  const day = answerDay(submittedAt);
  const late = bogotaDay(new Date()) > day;
  return (
    <div className={`${noteClass} mt-4`} data-renewal={state ?? ""}>
      <p>
        {state === "returned"
          ? words.returned(filingNumber)
          : late
            ? words.late(filingNumber)
            : words.filed(filingNumber, longDate(day, language))}
      </p>
      {state === "returned" && reason ? <p className="whitespace-pre-line">{reason}</p> : null}
      {state === "returned" && isOwner ? (
        <ButtonLink href={`${detail}/corregir`} variant="outline">
          {launcher.correct}
        </ButtonLink>
      ) : (
        <ButtonLink href={detail} variant="text">
          {launcher.seeState}
        </ButtonLink>
      )}
    </div>
  );
}

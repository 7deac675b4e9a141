import { isOfOtherProvider, otherProviderPlace } from "@/app/_server/auth/own-provider";
import { answerPost } from "@/app/_server/http/answer-post";
import { refusedForeign } from "@/app/_server/http/foreign-origin";
import { dropKeptForm } from "@/app/_server/http/kept-form";
import { readMultipart } from "@/app/_server/http/multipart-form";
import { mailLinks } from "@/app/_server/mail-links";
import { filedReportEmail } from "@/domain/notify/report-emails";
import { fileReport } from "@/domain/report/file-report";
import { dropKeptPhoto, keepPhoto, readKeptPhoto } from "@/domain/report/kept-photo";
import { currentClient } from "@/lib/http/client";
import { isUuid } from "@/lib/http/uuid";
import { authorize } from "@/model/access";
import { reportForm } from "../posted-report";

/** Takes a report. Multipart, so that a photo can be sent without scripts. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const refused = await refusedForeign(request);
  if (refused) return refused;
  const { id } = await params;
  if (!isUuid(id)) return new Response(null, { status: 404 });
  const page = `/consultar/r/${encodeURIComponent(id)}/reportar`;
  return answerPost(page, { request, page }, async (actor) => {
    const grant = authorize(actor, "report.file");
    const { texts, files, faults, formProvider } = await readMultipart(
      request,
      page,
      reportForm,
      actor.personId,
    );
    if (isOfOtherProvider(actor, formProvider)) return otherProviderPlace(formProvider);
    if (!texts || Object.keys(faults).length > 0) {
      if (files.photo) await keepPhoto(grant, id, files.photo);
      return `${page}?${new URLSearchParams(faults)}`;
    }
    const photo = files.photo ?? (texts.withoutPhoto ? null : await readKeptPhoto(grant, id));
    const email = await filedReportEmail(grant.actor.provider.legalName, mailLinks);
    const folio = await fileReport(grant, id, texts, photo, email, await currentClient());
    if (!folio) return "/consultar";
    await Promise.all([dropKeptForm(page), dropKeptPhoto(grant, id)]);
    return `/novedades/${folio}`;
  });
}

import { isOfOtherProvider, otherProviderPlace } from "@/app/_server/auth/own-provider";
import { answerPost } from "@/app/_server/http/answer-post";
import { dropKeptForm } from "@/app/_server/http/kept-form";
import { readMultipart } from "@/app/_server/http/multipart-form";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { mailLinks } from "@/app/_server/mail-links";
import { requestForm } from "@/app/(proveedor)/posted-request";
import { databaseFor } from "@/db/client";
import { findApplication } from "@/db/queries/provider-application";
import { wantedAccount } from "@/domain/bank-account/read";
import { typedAccount } from "@/domain/bank-account/schema";
import { renewalEmail } from "@/domain/notify/request-emails";
import { fieldOf, listDueDocuments, uploadsOf, wantedInRenewal } from "@/domain/request/documents-due";
import { dropKeptDocuments, requestFormOf, withKeptDocuments } from "@/domain/request/kept-documents";
import { submitRenewal } from "@/domain/request/renew";
import { currentClient } from "@/lib/http/client";
import { isOwnOrigin } from "@/lib/http/origin";
import { authorize } from "@/model/access";

/** Files a renewal: multipart, so that it works without scripts. */
export async function POST(request: Request, { params }: { params: Promise<{ app: string }> }) {
  if (!isOwnOrigin(request.headers)) return refusedResponse(403, request.headers.get("cookie"));
  const { app } = await params;
  const page = `/aplicaciones/${encodeURIComponent(app)}/renovar`;
  return answerPost("/aplicaciones", { request, page }, async (actor) => {
    const grant = authorize(actor, "application.request");
    const application = await findApplication(databaseFor(grant), app.toUpperCase());
    if (!application) return "/aplicaciones";
    const asked = wantedInRenewal(await listDueDocuments(grant, application.code));
    const account = await wantedAccount(grant, asked, null, true);
    const { texts, formProvider, ...posted } = await readMultipart(
      request,
      page,
      requestForm(asked, account),
    );
    if (isOfOtherProvider(actor, formProvider)) return otherProviderPlace(formProvider);
    const form = requestFormOf(application.code);
    const fields = asked.map(({ kind }) => fieldOf(kind));
    const { files, faults } = await withKeptDocuments(grant, form, { ...posted, fields, isWrong: !texts });
    if (Object.keys(faults).length > 0 || !texts) return `${page}?${new URLSearchParams(faults)}`;
    const filingNumber = await submitRenewal(
      grant,
      {
        applicationCode: application.code,
        account: account && typedAccount(texts),
        uploads: uploadsOf(asked, files),
      },
      await renewalEmail(application.code, mailLinks),
      await currentClient(),
    );
    await Promise.all([dropKeptForm(page), dropKeptDocuments(grant, form)]);
    return `/solicitudes/${filingNumber}`;
  });
}

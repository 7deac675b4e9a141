import "server-only";
import { isOfOtherProvider, otherProviderPlace } from "@/app/_server/auth/own-provider";
import { answerPost } from "@/app/_server/http/answer-post";
import { refusedForeign } from "@/app/_server/http/foreign-origin";
import { dropKeptForm } from "@/app/_server/http/kept-form";
import { readMultipart } from "@/app/_server/http/multipart-form";
import { requestForm } from "@/app/(proveedor)/posted-request";
import { databaseFor } from "@/db/client";
import { findApplication } from "@/db/queries/provider-application";
import { wantedAccount } from "@/domain/bank-account/read";
import { typedAccount } from "@/domain/bank-account/schema";
import { type DueDocument, fieldOf, listDueDocuments, uploadsOf } from "@/domain/request/documents-due";
import type { Filing } from "@/domain/request/filing";
import { dropKeptDocuments, requestFormOf, withKeptDocuments } from "@/domain/request/kept-documents";
import { currentClient } from "@/lib/http/client";
import { authorize, type Grant } from "@/model/access";

/** What differs between a first request and a renewal. */
type FilingForm = {
  /** The form's page. */
  page: string;
  /** Where a refusal is shown. */
  refusedTo: string;
  wanted: (documents: readonly DueDocument[]) => DueDocument[];
  /** Files it; answers the filing number. */
  file: (
    grant: Grant<"application.request">,
    filing: Filing & { agreementNumber: string | null },
    client: { ip: string },
  ) => Promise<string>;
};

/** Answers a posted form of documents for an application: multipart, so that it works without scripts. */
export async function answerFiling(
  request: Request,
  app: string,
  { page, refusedTo, wanted, file }: FilingForm,
): Promise<Response> {
  const refused = await refusedForeign(request);
  if (refused) return refused;
  return answerPost(refusedTo, { request, page }, async (actor) => {
    const grant = authorize(actor, "application.request");
    const application = await findApplication(databaseFor(grant), app.toUpperCase());
    if (!application) return "/aplicaciones";
    const asked = wanted(await listDueDocuments(grant, application.code));
    const account = await wantedAccount(grant, asked, null);
    const { texts, formProvider, ...posted } = await readMultipart(
      request,
      page,
      requestForm(asked, account),
      actor.personId,
    );
    if (isOfOtherProvider(actor, formProvider)) return otherProviderPlace(formProvider);
    const form = requestFormOf(application.code);
    const fields = asked.map(({ kind }) => fieldOf(kind));
    const { files, faults } = await withKeptDocuments(grant, form, { ...posted, fields, isWrong: !texts });
    if (Object.keys(faults).length > 0 || !texts) return `${page}?${new URLSearchParams(faults)}`;
    const filing = {
      applicationCode: application.code,
      agreementNumber: texts.agreementNumber,
      account: account && typedAccount(texts),
      uploads: uploadsOf(asked, files),
    };
    const filingNumber = await file(grant, filing, await currentClient());
    await Promise.all([dropKeptForm(page), dropKeptDocuments(grant, form)]);
    return `/solicitudes/${filingNumber}`;
  });
}

import { isOfOtherProvider, otherProviderPlace } from "@/app/_server/auth/own-provider";
import { answerPost } from "@/app/_server/http/answer-post";
import { refusedForeign } from "@/app/_server/http/foreign-origin";
import { dropKeptForm } from "@/app/_server/http/kept-form";
import { readMultipart } from "@/app/_server/http/multipart-form";
import { requestForm } from "@/app/(proveedor)/posted-request";
import { databaseFor } from "@/db/client";
import { findOwnRequest } from "@/db/queries/request";
import { wantedAccount } from "@/domain/bank-account/read";
import { typedAccount } from "@/domain/bank-account/schema";
import { sendCorrection } from "@/domain/request/correct";
import { fieldOf, listDueDocuments, uploadsOf, wantedInCorrection } from "@/domain/request/documents-due";
import { correctionFormOf, dropKeptDocuments, withKeptDocuments } from "@/domain/request/kept-documents";
import { isCorrectable } from "@/domain/request/rules";
import { currentClient } from "@/lib/http/client";
import { authorize } from "@/model/access";
import { agreementNumber as inOneNumber } from "@/model/agreement-number";

/** Resubmits a returned request with its corrections. */
export async function POST(request: Request, { params }: { params: Promise<{ radicado: string }> }) {
  const refused = await refusedForeign(request);
  if (refused) return refused;
  const { radicado } = await params;
  const detail = `/solicitudes/${encodeURIComponent(radicado)}`;
  const page = `${detail}/corregir`;
  return answerPost(detail, { request, page }, async (actor) => {
    const grant = authorize(actor, "application.request");
    const own = await findOwnRequest(databaseFor(grant), authorize(actor, "application.view"), radicado);
    const asked = own ? wantedInCorrection(await listDueDocuments(grant, own.applicationCode)) : [];
    const asksFor = await wantedAccount(grant, asked, own?.id ?? null);
    const { texts, formProvider, ...posted } = await readMultipart(
      request,
      page,
      requestForm(asked, asksFor),
      actor.personId,
    );
    if (isOfOtherProvider(actor, formProvider)) return otherProviderPlace(formProvider);
    if (!own || !isCorrectable(own.state)) return detail;
    const form = correctionFormOf(own.filingNumber);
    const fields = asked.map(({ kind }) => fieldOf(kind));
    const { files, faults } = await withKeptDocuments(grant, form, { ...posted, fields, isWrong: !texts });
    if (!texts || Object.keys(faults).length > 0) return `${page}?${new URLSearchParams(faults)}`;
    const { note } = texts;
    const uploads = uploadsOf(asked, files);
    const known = inOneNumber(own.agreementNumber ?? "");
    const agreementNumber = texts.agreementNumber === known ? null : texts.agreementNumber;
    const account = asksFor && typedAccount(texts);
    if (uploads.documents.length === 0 && !note && !agreementNumber && !account)
      return `${page}?note=nothingChanged`;
    const corrected = { requestId: own.id, agreementNumber, note, account, uploads };
    await sendCorrection(grant, corrected, await currentClient());
    await Promise.all([dropKeptForm(page), dropKeptDocuments(grant, form)]);
    return detail;
  });
}

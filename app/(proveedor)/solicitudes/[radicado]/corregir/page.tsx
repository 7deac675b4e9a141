import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { answeredIn, faultsIn, type Query } from "@/app/_server/http/answered";
import { AccountStays } from "@/app/(proveedor)/account-stays";
import { documentTexts, requestErrors } from "@/app/(proveedor)/document-texts";
import { RequestForm } from "@/app/(proveedor)/request-form";
import { requestWords } from "@/app/(proveedor)/request-words";
import { RequestWordsProvider } from "@/app/(proveedor)/request-words-context";
import { accountWords } from "@/components/bank-account/account-words";
import { AccountWordsProvider } from "@/components/bank-account/account-words-context";
import type { FormValues } from "@/components/form/form-state";
import { Page } from "@/components/layout/page";
import { Note } from "@/components/ui/note";
import { Unbroken } from "@/components/ui/unbroken";
import { databaseFor } from "@/db/client";
import { findApplication } from "@/db/queries/provider-application";
import { findOwnRequest } from "@/db/queries/request";
import { wantedAccount } from "@/domain/bank-account/read";
import { listDueDocuments, wantedInCorrection } from "@/domain/request/documents-due";
import { correctionFormOf, listKeptDocuments } from "@/domain/request/kept-documents";
import { isCorrectable } from "@/domain/request/rules";
import { currentMessages } from "@/messages";
import { authorize, type Grant } from "@/model/access";

type Props = { params: Promise<{ radicado: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ radicado }, query, { requests }] = await Promise.all([params, searchParams, currentMessages()]);
  const title = requests.correction.title(radicado);
  const grant = await requireGrant("application.request");
  const { errors } = await formOf(grant, radicado);
  const failed = Object.keys(faultsIn(query, errors)).length > 0;
  return { title: failed ? requests.form.errorTitle(title) : title };
}

/** A request of one's own with the fields of its correction: only what is due. */
async function formOf(grant: Grant<"application.request">, radicado: string) {
  const own = authorize(grant.actor, "application.view");
  const request = await findOwnRequest(databaseFor(grant), own, radicado);
  const due = request ? await listDueDocuments(grant, request.applicationCode) : [];
  const asked = wantedInCorrection(due);
  const [texts, account, { requests, bankAccount }] = await Promise.all([
    documentTexts(asked, true),
    wantedAccount(grant, asked, request?.id ?? null),
    currentMessages(),
  ]);
  return { request, asked, texts, account, errors: requestErrors(texts, requests, bankAccount) };
}

export default async function CorrectionPage({ params, searchParams }: Props) {
  const grant = await requireGrant("application.request");
  const { radicado } = await params;
  const { request, asked, texts, account, errors } = await formOf(grant, radicado);
  if (!request) notFound();
  const detail = `/solicitudes/${request.filingNumber}`;
  if (!isCorrectable(request.state)) redirect(detail);
  const [application, query, { requests, common, bankAccount }] = await Promise.all([
    findApplication(databaseFor(grant), request.applicationCode),
    searchParams,
    currentMessages(),
  ]);
  const words = requests.correction;
  const { agreementNumber } = request;
  const known: FormValues = agreementNumber === null ? {} : { agreementNumber };
  return (
    <Page
      title={<Unbroken text={words.title(request.filingNumber)} />}
      back={{ href: detail, label: requests.form.back }}
    >
      <Note title={words.reasonTitle}>
        <p className="whitespace-pre-line">{request.reason}</p>
      </Note>
      <p>{words.lead}</p>
      <AccountStays grant={grant} asked={asked} />
      <AccountWordsProvider words={accountWords(bankAccount, account)}>
        <RequestWordsProvider words={await requestWords(texts, account)}>
          <RequestForm
            action={`${detail}/corregir/enviar`}
            corrects
            asksAgreement={!request.renews && (application?.needsAgreement ?? true)}
            form={correctionFormOf(request.filingNumber)}
            arrived={await listKeptDocuments(grant, correctionFormOf(request.filingNumber))}
            answered={answeredIn(query, { errors, refusals: common.refusals }, known)}
            known={known}
            submit={words.submit}
          />
        </RequestWordsProvider>
      </AccountWordsProvider>
    </Page>
  );
}

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
import { Page } from "@/components/layout/page";
import { databaseFor } from "@/db/client";
import { findApplication } from "@/db/queries/provider-application";
import { wantedAccount } from "@/domain/bank-account/read";
import { listDueDocuments, wantedInRenewal } from "@/domain/request/documents-due";
import { listKeptDocuments, requestFormOf } from "@/domain/request/kept-documents";
import { isToBeSent, listRenewals } from "@/domain/request/renew";
import { ANSWER_WORKING_DAYS } from "@/domain/request/rules";
import { currentMessages } from "@/messages";
import { authorize, type Grant } from "@/model/access";

type Props = { params: Promise<{ app: string }>; searchParams: Promise<Query> };

/** The documents that are asked for again, in the reader's words. */
async function formOf(grant: Grant<"application.request">, code: string) {
  const asked = wantedInRenewal(await listDueDocuments(grant, code));
  const [texts, account, { requests, bankAccount }] = await Promise.all([
    documentTexts(asked, false),
    wantedAccount(grant, asked, null),
    currentMessages(),
  ]);
  return { asked, texts, account, errors: requestErrors(texts, requests, bankAccount) };
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ app }, query, { requests }] = await Promise.all([params, searchParams, currentMessages()]);
  const title = requests.renewal.title(app.toUpperCase());
  const { errors } = await formOf(await requireGrant("application.request"), app.toUpperCase());
  const failed = Object.keys(faultsIn(query, errors)).length > 0;
  return { title: failed ? requests.form.errorTitle(title) : title };
}

/** A provider that has the application gives again what has grown too old, and nothing else. */
export default async function RenewalPage({ params, searchParams }: Props) {
  const grant = await requireGrant("application.request");
  const { app } = await params;
  const [application, renewals, query, { requests, common, bankAccount }] = await Promise.all([
    findApplication(databaseFor(grant), app.toUpperCase()),
    listRenewals(authorize(grant.actor, "application.view")),
    searchParams,
    currentMessages(),
  ]);
  if (!application) notFound();
  const renewal = renewals.find(({ applicationCode }) => applicationCode === application.code);
  if (!renewal || !isToBeSent(renewal))
    redirect(renewal ? `/solicitudes/${renewal.filingNumber}` : "/aplicaciones");
  const { asked, texts, account, errors } = await formOf(grant, application.code);
  const words = requests.renewal;
  const form = requestFormOf(application.code);
  return (
    <Page
      title={words.title(application.code)}
      back={{ href: "/aplicaciones", label: requests.launcher.title }}
    >
      <p>{words.lead(texts.length, ANSWER_WORKING_DAYS)}</p>
      <AccountStays grant={grant} asked={asked} />
      <AccountWordsProvider words={accountWords(bankAccount, account)}>
        <RequestWordsProvider words={await requestWords(texts, account)}>
          <RequestForm
            form={form}
            arrived={await listKeptDocuments(grant, form)}
            action={`/aplicaciones/${application.code.toLowerCase()}/renovar/enviar`}
            answered={answeredIn(query, { errors, refusals: common.refusals })}
            asksAgreement={false}
            submit={words.submit}
          />
        </RequestWordsProvider>
      </AccountWordsProvider>
    </Page>
  );
}

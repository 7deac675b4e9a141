import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { answeredIn, faultsIn, type Query } from "@/app/_server/http/answered";
import { AccountStays } from "@/app/(proveedor)/account-stays";
import { documentName, documentTexts, requestErrors } from "@/app/(proveedor)/document-texts";
import { RequestForm } from "@/app/(proveedor)/request-form";
import { requestWords } from "@/app/(proveedor)/request-words";
import { RequestWordsProvider } from "@/app/(proveedor)/request-words-context";
import { accountWords } from "@/components/bank-account/account-words";
import { AccountWordsProvider } from "@/components/bank-account/account-words-context";
import { Page } from "@/components/layout/page";
import { SummaryList } from "@/components/ui/summary-list";
import { databaseFor } from "@/db/client";
import { findApplication, findOwnCompany } from "@/db/queries/provider-application";
import { listOwnRequests } from "@/db/queries/request";
import { wantedAccount } from "@/domain/bank-account/read";
import { currentCaja } from "@/domain/caja/profile";
import { municipalityName } from "@/domain/place/municipalities";
import { listDueDocuments, wantedInRequest } from "@/domain/request/documents-due";
import { listKeptDocuments, requestFormOf } from "@/domain/request/kept-documents";
import { ANSWER_WORKING_DAYS, mayFileAgain, newestRequest } from "@/domain/request/rules";
import { longDate } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { authorize } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import { formatNit, formatPhone } from "@/model/identity/format";

type Props = { params: Promise<{ app: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ app }, query, { requests, bankAccount }] = await Promise.all([
    params,
    searchParams,
    currentMessages(),
  ]);
  const title = requests.form.title(app.toUpperCase());
  const grant = await requireGrant("application.request");
  const asked = wantedInRequest(await listDueDocuments(grant, app.toUpperCase()));
  const errors = requestErrors(await documentTexts(asked, false), requests, bankAccount);
  const failed = Object.keys(faultsIn(query, errors)).length > 0;
  return { title: failed ? requests.form.errorTitle(title) : title };
}

export default async function RequestPage({ params, searchParams }: Props) {
  const grant = await requireGrant("application.request");
  const { app } = await params;
  const db = databaseFor(grant);
  const view = authorize(grant.actor, "application.view");
  const [application, company, own, query, caja, { requests, common, bankAccount }, language] =
    await Promise.all([
      findApplication(db, app.toUpperCase()),
      findOwnCompany(db, view),
      listOwnRequests(db, view),
      searchParams,
      currentCaja(),
      currentMessages(),
      currentLanguage(),
    ]);
  if (!application || !company) notFound();
  const last = newestRequest(own, application.code);
  if (last && !mayFileAgain(last.state)) redirect(`/solicitudes/${last.filingNumber}`);
  const { form } = requests;
  const { provider } = grant.actor;
  const documents = await listDueDocuments(grant, application.code);
  const asked = wantedInRequest(documents);
  const [texts, account] = await Promise.all([
    documentTexts(asked, false),
    wantedAccount(grant, asked, null),
  ]);
  const errors = requestErrors(texts, requests, bankAccount);
  const standing = documents.filter(({ due }) => due === "none");
  return (
    <Page title={form.title(application.code)} back={{ href: "/aplicaciones", label: form.back }}>
      <p>{form.lead(texts.filter(({ needed }) => needed).length, ANSWER_WORKING_DAYS)}</p>
      <h2>{form.companyHeading}</h2>
      <SummaryList
        rows={[
          { label: form.legalName, value: provider.legalName },
          { label: form.nit, value: formatNit(provider.nit, provider.checkDigit) },
          { label: form.municipality, value: municipalityName(company.municipality) },
          { label: form.address, value: company.address },
          { label: form.phone, value: formatPhone(company.phone) },
        ]}
      />
      {caja.phone ? <p className="text-hint text-ink-soft">{form.wrongData(caja.name, caja.phone)}</p> : null}
      <h2>{form.documentsHeading}</h2>
      {standing.length > 0 ? (
        <>
          <p>{form.standing}</p>
          <SummaryList
            rows={standing.map((document) => ({
              label: documentName(document, requests),
              value: document.givenAt
                ? form.standingIs(document.fileName ?? "", longDate(bogotaDay(document.givenAt), language))
                : "",
            }))}
          />
        </>
      ) : null}
      <AccountStays grant={grant} asked={asked} />
      <AccountWordsProvider words={accountWords(bankAccount, account)}>
        <RequestWordsProvider words={await requestWords(texts, account)}>
          <RequestForm
            form={requestFormOf(application.code)}
            arrived={await listKeptDocuments(grant, requestFormOf(application.code))}
            action={`/aplicaciones/${application.code.toLowerCase()}/solicitar/enviar`}
            answered={answeredIn(query, { errors, refusals: common.refusals })}
            asksAgreement={application.needsAgreement}
            submit={form.submit}
          />
        </RequestWordsProvider>
      </AccountWordsProvider>
    </Page>
  );
}

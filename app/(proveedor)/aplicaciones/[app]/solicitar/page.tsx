import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { answeredIn, faultsIn, type Query } from "@/app/_server/http/answered";
import { RequestForm } from "@/app/(proveedor)/request-form";
import { requestWords } from "@/app/(proveedor)/request-words";
import { RequestWordsProvider } from "@/app/(proveedor)/request-words-context";
import { Page } from "@/components/layout/page";
import { SummaryList } from "@/components/ui/summary-list";
import { databaseFor } from "@/db/client";
import { findApplication, findOwnCompany } from "@/db/queries/provider-application";
import { listOwnRequests } from "@/db/queries/request";
import { currentCaja } from "@/domain/caja/profile";
import { municipalityName } from "@/domain/place/municipalities";
import { listKeptDocuments, requestFormOf } from "@/domain/request/kept-documents";
import { ANSWER_WORKING_DAYS, mayFileAgain } from "@/domain/request/rules";
import { currentMessages } from "@/messages";
import { authorize } from "@/model/access";
import { formatNit, formatPhone } from "@/model/identity/format";

type Props = { params: Promise<{ app: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ app }, query, { requests }] = await Promise.all([params, searchParams, currentMessages()]);
  const title = requests.form.title(app.toUpperCase());
  const failed = Object.keys(faultsIn(query, requests.errors)).length > 0;
  return { title: failed ? requests.form.errorTitle(title) : title };
}

export default async function RequestPage({ params, searchParams }: Props) {
  const grant = await requireGrant("application.request");
  const { app } = await params;
  const db = databaseFor(grant);
  const view = authorize(grant.actor, "application.view");
  const [application, company, own, query, caja, { requests, common }] = await Promise.all([
    findApplication(db, app.toUpperCase()),
    findOwnCompany(db, view),
    listOwnRequests(db, view),
    searchParams,
    currentCaja(),
    currentMessages(),
  ]);
  if (!application || !company) notFound();
  const last = own.find(({ applicationCode }) => applicationCode === application.code);
  if (last && !mayFileAgain(last.state)) redirect(`/solicitudes/${last.filingNumber}`);
  const { form } = requests;
  const { provider } = grant.actor;
  const { errors } = requests;
  return (
    <Page title={form.title(application.code)} back={{ href: "/aplicaciones", label: form.back }}>
      <p>{form.lead(ANSWER_WORKING_DAYS)}</p>
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
      <RequestWordsProvider words={await requestWords()}>
        <RequestForm
          form={requestFormOf(application.code)}
          arrived={await listKeptDocuments(grant, requestFormOf(application.code))}
          action={`/aplicaciones/${application.code.toLowerCase()}/solicitar/enviar`}
          answered={answeredIn(query, { errors, refusals: common.refusals })}
          hints={requests.documentHints}
          submit={form.submit}
        />
      </RequestWordsProvider>
    </Page>
  );
}

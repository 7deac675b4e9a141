import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { type Asked, faultsOf, refusalOf } from "@/app/(proveedor)/page-faults";
import { RequestFields } from "@/app/(proveedor)/request-fields";
import { typedRequest } from "@/app/(proveedor)/request-form";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { Page } from "@/components/layout/page";
import { SummaryList } from "@/components/ui/summary-list";
import { databaseFor } from "@/db/client";
import { findApplication, findOwnCompany } from "@/db/queries/application";
import { listOwnRequests } from "@/db/queries/request";
import { currentCaja } from "@/domain/caja/profile";
import { municipalityName } from "@/domain/place/municipalities";
import { ANSWER_WORKING_DAYS, mayFileAnew } from "@/domain/request/rules";
import { currentMessages } from "@/messages";
import { authorize } from "@/model/access";
import { formatNit, formatPhone } from "@/model/identity/format";

type Props = { params: Promise<{ app: string }>; searchParams: Promise<Asked> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ app }, asked, { requests }] = await Promise.all([params, searchParams, currentMessages()]);
  const title = requests.form.title(app.toUpperCase());
  return {
    title: faultsOf(asked, requests.errors).list.length > 0 ? requests.form.errorTitle(title) : title,
  };
}

export default async function RequestPage({ params, searchParams }: Props) {
  const grant = await requireGrant("application.request");
  const { app } = await params;
  const db = databaseFor(grant);
  const view = authorize(grant.actor, "application.view");
  const [application, company, own, asked, typed, caja, { requests, common }] = await Promise.all([
    findApplication(db, app.toUpperCase()),
    findOwnCompany(db, view),
    listOwnRequests(db, view),
    searchParams,
    typedRequest.read(),
    currentCaja(),
    currentMessages(),
  ]);
  if (!application || !company) notFound();
  const last = own.find(({ applicationCode }) => applicationCode === application.code);
  if (last && !mayFileAnew(last.state)) redirect(`/solicitudes/${last.filingNumber}`);
  const { form } = requests;
  const { provider } = grant.actor;
  const faults = faultsOf(asked, requests.errors);
  const refusal = refusalOf(asked, common.refusals);
  return (
    <Page title={form.title(application.code)} back={{ href: "/aplicaciones", label: form.back }}>
      {faults.list.length > 0 ? <ErrorSummary title={form.errorSummary} errors={faults.list} /> : null}
      {refusal ? <FormMessage>{refusal}</FormMessage> : null}
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
      {caja.phone ? <p className="hint">{form.wrongData(caja.phone)}</p> : null}
      <h2>{form.papersHeading}</h2>
      <form
        method="post"
        encType="multipart/form-data"
        action={`/aplicaciones/${application.code.toLowerCase()}/solicitar/enviar`}
        noValidate
      >
        <RequestFields
          words={requests}
          faults={faults}
          hints={requests.paperHints}
          agreementNumber={faults.list.length > 0 ? typed.agreementNumber : undefined}
        />
        <div className="action-bar">
          <SubmitButton>{form.submit}</SubmitButton>
        </div>
      </form>
    </Page>
  );
}

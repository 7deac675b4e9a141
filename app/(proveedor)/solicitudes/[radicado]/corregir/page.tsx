import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { type Asked, faultsOf } from "@/app/(proveedor)/page-faults";
import { RequestFields } from "@/app/(proveedor)/request-fields";
import { typedRequest } from "@/app/(proveedor)/request-form";
import { ErrorSummary } from "@/components/form/error-summary";
import { TextAreaField } from "@/components/form/field";
import { SubmitButton } from "@/components/form/submit-button";
import { Page } from "@/components/layout/page";
import { Note } from "@/components/ui/note";
import { databaseFor } from "@/db/client";
import { findOwnRequest, listDocuments } from "@/db/queries/request";
import { isCorrectable } from "@/domain/request/rules";
import { currentMessages } from "@/messages";
import { authorize } from "@/model/access";

type Props = { params: Promise<{ radicado: string }>; searchParams: Promise<Asked> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ radicado }, asked, { requests }] = await Promise.all([params, searchParams, currentMessages()]);
  const title = requests.correction.title(radicado);
  return {
    title: faultsOf(asked, requests.errors).list.length > 0 ? requests.form.errorTitle(title) : title,
  };
}

export default async function CorrectionPage({ params, searchParams }: Props) {
  const grant = await requireGrant("application.request");
  const { radicado } = await params;
  const db = databaseFor(grant);
  const request = await findOwnRequest(db, authorize(grant.actor, "application.view"), radicado);
  if (!request) notFound();
  const detail = `/solicitudes/${request.filingNumber}`;
  if (!isCorrectable(request.state)) redirect(detail);
  const [papers, asked, typed, { requests }] = await Promise.all([
    listDocuments(db, request.id),
    searchParams,
    typedRequest.read(),
    currentMessages(),
  ]);
  const words = requests.correction;
  const faults = faultsOf(asked, requests.errors);
  const again = faults.list.length > 0 ? typed : {};
  const hintOf = (wanted: "rut" | "chamber") => {
    const now = papers.find(({ kind }) => kind === wanted);
    return now ? words.current(now.fileName) : requests.paperHints[wanted];
  };
  return (
    <Page title={words.title(request.filingNumber)} back={{ href: detail, label: requests.form.back }}>
      {faults.list.length > 0 ? (
        <ErrorSummary title={requests.form.errorSummary} errors={faults.list} />
      ) : null}
      <Note title={words.reasonTitle}>
        <p>{request.reason}</p>
      </Note>
      <p>{words.lead}</p>
      <form method="post" encType="multipart/form-data" action={`${detail}/corregir/enviar`} noValidate>
        <RequestFields
          words={requests}
          faults={faults}
          hints={{ rut: hintOf("rut"), chamber: hintOf("chamber") }}
          agreementNumber={again.agreementNumber ?? request.agreementNumber ?? undefined}
        />
        <TextAreaField
          name="note"
          label={words.note}
          error={faults.of("note")}
          defaultValue={again.note}
          maxLength={600}
        />
        <div className="action-bar">
          <SubmitButton>{words.submit}</SubmitButton>
        </div>
      </form>
    </Page>
  );
}

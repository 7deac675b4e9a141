import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { answeredIn, faultsIn, type Query } from "@/app/_server/http/answered";
import { RequestForm } from "@/app/(proveedor)/request-form";
import { requestWords } from "@/app/(proveedor)/request-words";
import { RequestWordsProvider } from "@/app/(proveedor)/request-words-context";
import type { FormValues } from "@/components/form/form-state";
import { Page } from "@/components/layout/page";
import { Note } from "@/components/ui/note";
import { databaseFor } from "@/db/client";
import { findOwnRequest, listDocuments } from "@/db/queries/request";
import { correctionFormOf, listKeptDocuments } from "@/domain/request/kept-documents";
import { isCorrectable } from "@/domain/request/rules";
import { currentMessages } from "@/messages";
import { authorize } from "@/model/access";

type Props = { params: Promise<{ radicado: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ radicado }, query, { requests }] = await Promise.all([params, searchParams, currentMessages()]);
  const title = requests.correction.title(radicado);
  const failed = Object.keys(faultsIn(query, requests.errors)).length > 0;
  return { title: failed ? requests.form.errorTitle(title) : title };
}

export default async function CorrectionPage({ params, searchParams }: Props) {
  const grant = await requireGrant("application.request");
  const { radicado } = await params;
  const db = databaseFor(grant);
  const request = await findOwnRequest(db, authorize(grant.actor, "application.view"), radicado);
  if (!request) notFound();
  const detail = `/solicitudes/${request.filingNumber}`;
  if (!isCorrectable(request.state)) redirect(detail);
  const [documents, query, { requests, common }] = await Promise.all([
    listDocuments(db, request.id),
    searchParams,
    currentMessages(),
  ]);
  const words = requests.correction;
  const { agreementNumber } = request;
  const known: FormValues = agreementNumber === null ? {} : { agreementNumber };
  const hintOf = (wanted: "rut" | "chamber") => {
    const now = documents.find(({ kind }) => kind === wanted);
    return now ? words.current(now.fileName) : requests.documentHints[wanted];
  };
  // What was found right, or stands as it is, is not asked for again; where no document was named, any may change.
  const toFix = documents.filter(({ mark }) => mark === "fix").map(({ kind }) => kind);
  const due = (["rut", "camara"] as const).filter(
    (name) => toFix.length === 0 || toFix.includes(name === "rut" ? "rut" : "chamber"),
  );
  return (
    <Page title={words.title(request.filingNumber)} back={{ href: detail, label: requests.form.back }}>
      <Note title={words.reasonTitle}>
        <p className="whitespace-pre-line">{request.reason}</p>
      </Note>
      <p>{words.lead}</p>
      <RequestWordsProvider words={await requestWords()}>
        <RequestForm
          action={`${detail}/corregir/enviar`}
          corrects
          form={correctionFormOf(request.filingNumber)}
          arrived={await listKeptDocuments(grant, correctionFormOf(request.filingNumber))}
          answered={answeredIn(query, { errors: requests.errors, refusals: common.refusals }, known)}
          known={known}
          hints={{ rut: hintOf("rut"), chamber: hintOf("chamber") }}
          submit={words.submit}
          due={due}
        />
      </RequestWordsProvider>
    </Page>
  );
}

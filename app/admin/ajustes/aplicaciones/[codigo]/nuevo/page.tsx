import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { databaseFor } from "@/db/client";
import { listApplicationDocuments, listOfferedApplications } from "@/db/queries/request-requirement";
import { currentMessages } from "@/messages";
import { DocumentForm } from "../../document-form";

type Props = { params: Promise<{ codigo: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.applications.title };
}

async function NewDocumentPage({ params }: Props) {
  const grant = await requireGrant("settings.edit");
  const db = databaseFor(grant);
  const [{ codigo }, applications, documents, { admin }] = await Promise.all([
    params,
    listOfferedApplications(db),
    listApplicationDocuments(db),
    currentMessages(),
  ]);
  const application = applications.find(({ code }) => code === codigo);
  if (!application) notFound();
  const own = documents.filter(({ applicationCode }) => applicationCode === codigo);
  const others = documents.filter(({ kind }) => own.every((each) => each.kind !== kind));
  const papers = new Map(others.map(({ kind, name }) => [kind, name]));
  const last = Math.max(0, ...own.map(({ position }) => position));
  return (
    <Page
      title={admin.applications.addTitle(codigo)}
      back={{ href: "/admin/ajustes/aplicaciones", label: admin.applications.back }}
      width="admin"
    >
      <DocumentForm
        hidden={{ application: codigo, kind: "", version: "" }}
        known={{ required: "1", active: "1", position: String(Math.min(99, last + 1)) }}
        papers={[...papers].map(([value, label]) => ({ value, label }))}
      />
    </Page>
  );
}

export default unlessDown(NewDocumentPage);

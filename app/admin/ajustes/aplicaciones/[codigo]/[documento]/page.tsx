import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { databaseFor } from "@/db/client";
import { findApplicationDocument } from "@/db/queries/request-requirement";
import { currentMessages } from "@/messages";
import { can } from "@/model/access";
import { ReadOnly } from "../../../read-only";
import { DocumentForm } from "../../document-form";

type Props = { params: Promise<{ codigo: string; documento: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.applications.title };
}

async function DocumentPage({ params }: Props) {
  const grant = await requireGrant("settings.read");
  const { codigo, documento } = await params;
  const [document, { admin }] = await Promise.all([
    findApplicationDocument(databaseFor(grant), codigo, documento),
    currentMessages(),
  ]);
  if (!document) notFound();
  const { applicationCode: application, kind, version, name, hint, example, position } = document;
  const typed = (days: number | null) => (days === null ? "" : String(days));
  const mayEdit = can(grant.actor, "settings.edit");
  return (
    <Page
      title={mayEdit ? admin.applications.editTitle(name) : name}
      back={{ href: "/admin/ajustes/aplicaciones", label: admin.applications.back }}
      width="admin"
    >
      <ReadOnly when={!mayEdit}>
        <DocumentForm
          key={version}
          hidden={{ application, kind, version }}
          known={{
            ...{ name, hint, example, position: String(position) },
            ...{
              largestAgeDays: typed(document.largestAgeDays),
              renewalDays: typed(document.renewalDays),
            },
            ...(document.required ? { required: "1" } : {}),
            ...(document.active ? { active: "1" } : {}),
          }}
        />
      </ReadOnly>
    </Page>
  );
}

export default unlessDown(DocumentPage);

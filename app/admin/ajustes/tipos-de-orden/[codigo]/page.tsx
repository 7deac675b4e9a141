import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import type { FormValues } from "@/components/form/form-state";
import { Page } from "@/components/layout/page";
import { databaseFor } from "@/db/client";
import { findKindRules, type KindRules } from "@/db/queries/order-kind";
import { currentMessages } from "@/messages";
import { can } from "@/model/access";
import { ReadOnly } from "../../read-only";
import { KindForm } from "../kind-form";

type Props = { params: Promise<{ codigo: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.kinds.title };
}

async function KindPage({ params }: Props) {
  const grant = await requireGrant("settings.read");
  const { codigo } = await params;
  const [kind, { admin }] = await Promise.all([
    findKindRules(databaseFor(grant), decodeURIComponent(codigo)),
    currentMessages(),
  ]);
  if (!kind) notFound();
  const mayEdit = can(grant.actor, "settings.edit");
  return (
    <Page
      title={mayEdit ? admin.kinds.editTitle(kind.name) : kind.name}
      back={{ href: "/admin/ajustes/tipos-de-orden", label: admin.kinds.back }}
      width="admin"
    >
      <ReadOnly when={!mayEdit}>
        <KindForm key={kind.version} known={formValuesOf(kind)} />
      </ReadOnly>
    </Page>
  );
}

export default unlessDown(KindPage);

/** A kind as its form shows it; what is absent is unticked. */
function formValuesOf(kind: KindRules): FormValues {
  const ticks = (
    ["coreDigitsOnly", "toWorkingDay", "registersUse", "claimFirst", "partialUse", "active"] as const
  ).filter((name) => kind[name]);
  return {
    version: kind.version,
    code: kind.code,
    name: kind.name,
    numberPrefix: kind.numberPrefix,
    numberLength: String(kind.numberLength),
    coreShortest: String(kind.coreShortest),
    coreLongest: String(kind.coreLongest),
    validity: kind.validityUntil ? "until" : "days",
    validityDays: kind.validityDays === null ? "" : String(kind.validityDays),
    validityUntil: kind.validityUntil ?? "",
    largestValue: String(kind.largestValue),
    approvalFrom: kind.approvalFrom === null ? "" : String(kind.approvalFrom),
    providerRule: kind.providerRule,
    shownFields: kind.shownFields,
    position: String(kind.position),
    ...Object.fromEntries(ticks.map((name) => [name, "1"])),
  };
}

import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { databaseFor } from "@/db/client";
import { listKindRules } from "@/db/queries/order-kind";
import { currentMessages } from "@/messages";
import { shownFields } from "@/model/order-field";
import { KindForm } from "../kind-form";

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.kinds.addTitle };
}

async function NewKindPage() {
  const grant = await requireGrant("settings.edit");
  const [kinds, { admin }] = await Promise.all([listKindRules(databaseFor(grant)), currentMessages()]);
  const last = Math.max(0, ...kinds.map(({ position }) => position));
  const known = {
    numberPrefix: "H",
    numberLength: "8",
    coreShortest: "1",
    coreLongest: "20",
    validity: "days",
    validityDays: "30",
    providerRule: "either",
    shownFields,
    registersUse: "1",
    position: String(last + 1),
    active: "1",
  };
  return (
    <Page
      title={admin.kinds.addTitle}
      back={{ href: "/admin/ajustes/tipos-de-orden", label: admin.kinds.back }}
      width="admin"
    >
      <KindForm known={known} />
    </Page>
  );
}

export default unlessDown(NewKindPage);

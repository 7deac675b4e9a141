import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Page } from "@/components/layout/page";
import { databaseFor } from "@/db/client";
import { findLastOffice } from "@/db/queries/order-draft";
import { requireGrant } from "@/lib/auth/session";
import { currentMessages } from "@/messages";
import { draftFacts } from "./draft-facts";
import { DraftForm } from "./draft-form";

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.issue.title };
}

export default async function NewOrderPage() {
  const grant = await requireGrant("order.issue");
  const db = databaseFor(grant);
  const [facts, office] = await Promise.all([draftFacts(db), findLastOffice(db, grant.actor.personId)]);
  const { title, intro, back } = facts.words;
  const known = {
    order: randomUUID(),
    affiliateIdKind: "CC",
    kindCode: facts.kinds[0]?.code ?? "",
    issuedOn: facts.today,
    office,
  };
  return (
    <Page title={title} back={{ href: "/admin/ordenes", label: back }} width="admin">
      <p>{intro}</p>
      <DraftForm known={known} facts={facts} />
    </Page>
  );
}

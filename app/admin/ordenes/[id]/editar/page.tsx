import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { databaseFor } from "@/db/client";
import { currentMessages } from "@/messages";
import { laterDay } from "@/model/calendar";
import { formatNit } from "@/model/identity/format";
import { nitCheckDigit } from "@/model/identity/nit";
import { mapTexts } from "@/model/order-field";
import { draftFacts } from "../../draft-facts";
import { DraftForm } from "../../draft-form";
import { orderFor } from "../../order-of";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.issue.editTitle };
}

async function EditDraftPage({ params }: Props) {
  const grant = await requireGrant("order.issue");
  const [{ order }, facts, { admin }] = await Promise.all([
    orderFor(grant.actor, (await params).id, ["edit"]),
    draftFacts(databaseFor(grant)),
    currentMessages(),
  ]);
  const { editTitle, intro, checkTitle } = admin.issue;
  const known = {
    order: order.id,
    version: order.version,
    affiliateIdKind: order.affiliateIdKind,
    affiliateId: order.affiliateId,
    affiliateName: order.affiliateName,
    kindCode: order.kindCode,
    value: String(order.value),
    provider: order.providerNit ? formatNit(order.providerNit, nitCheckDigit(order.providerNit)) : "",
    ...mapTexts((name) => order[name]),
    // A draft of an earlier day starts today.
    issuedOn: laterDay(order.issuedOn, facts.today),
    validUntil: order.validUntil,
  };
  return (
    <Page
      title={editTitle}
      back={{ href: `/admin/ordenes/${order.id}/emitir`, label: checkTitle }}
      width="admin"
    >
      <p>{intro}</p>
      <DraftForm known={known} facts={facts} stored />
    </Page>
  );
}

export default unlessDown(EditDraftPage);

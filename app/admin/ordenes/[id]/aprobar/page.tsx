import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { OrderActionForm } from "@/app/admin/ordenes/[id]/order-action-form";
import { Page } from "@/components/layout/page";
import { databaseFor } from "@/db/client";
import { findRepeated } from "@/db/queries/order-change";
import { currentMessages } from "@/messages";
import { DraftSheet } from "../../draft-sheet";
import { orderFor } from "../../order-of";
import { IssueForm, RepeatedNote } from "../issue-form";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.issue.approveTitle };
}

/** Page of the second person, who approves the draft or sends it back. */
async function ApprovePage({ params }: Props) {
  const grant = await requireGrant("order.approve");
  const [{ order }, { admin }] = await Promise.all([
    orderFor(grant.actor, (await params).id, ["approve"]),
    currentMessages(),
  ]);
  const repeated = await findRepeated(databaseFor(grant), order.id);
  const t = admin.issue;
  return (
    <Page title={t.approveTitle} back={{ href: "/admin/ordenes", label: t.back }} width="admin">
      <p>{t.approveIntro(order.drafter ?? "")}</p>
      <DraftSheet order={order} />
      {repeated ? <RepeatedNote repeated={repeated} /> : null}
      <IssueForm
        way="approve"
        shown={{ order: order.id, version: order.version }}
        repeated={repeated}
        label={t.approve}
      />
      <h2>{t.sendBackTitle}</h2>
      <OrderActionForm
        way="sendBack"
        suffix="devolver"
        hidden={{ order: order.id, version: order.version }}
        reasonHint={t.sendBackHint}
        submit={t.sendBack}
      />
    </Page>
  );
}

export default unlessDown(ApprovePage);

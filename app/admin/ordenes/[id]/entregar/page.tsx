import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { OneButtonForm } from "@/components/form/one-button-form";
import { Page } from "@/components/layout/page";
import { currentMessages } from "@/messages";
import { orderFor } from "../../order-of";
import { backToOrder } from "../../way-back";
import { deliverAction } from "../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.life.links.entregar };
}

async function DeliverPage({ params }: Props) {
  const grant = await requireGrant("order.change");
  const [{ order, seen }, { admin }] = await Promise.all([
    orderFor(grant.actor, (await params).id, ["deliver"]),
    currentMessages(),
  ]);
  const { deliver: t, back } = admin.life;
  return (
    <Page
      title={t.title(order.number ?? "")}
      back={{ href: await backToOrder(order.id), label: back }}
      width="admin"
    >
      <p>{t.meaning}</p>
      <OneButtonForm action={deliverAction} hidden={{ order: order.id, seen }} label={t.submit} />
    </Page>
  );
}

export default unlessDown(DeliverPage);

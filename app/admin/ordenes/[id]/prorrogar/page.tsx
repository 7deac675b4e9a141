import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { OrderActionForm } from "@/app/admin/ordenes/[id]/order-action-form";
import { Page } from "@/components/layout/page";
import { databaseFor } from "@/db/client";
import { findIssueFacts } from "@/db/queries/order-draft";
import { lastDayOf } from "@/domain/order-kind/kinds";
import { longDate } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { orderFor } from "../../order-of";
import { backToOrder } from "../../way-back";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.life.links.prorrogar };
}

async function ExtendPage({ params }: Props) {
  const grant = await requireGrant("order.change");
  const [{ order, seen }, { admin }, language] = await Promise.all([
    orderFor(grant.actor, (await params).id, ["extend"]),
    currentMessages(),
    currentLanguage(),
  ]);
  const { kind, today } = await findIssueFacts(databaseFor(grant), order.kindCode);
  const { extend: t, back } = admin.life;
  return (
    <Page
      title={t.title(order.number ?? "")}
      back={{ href: await backToOrder(order.id), label: back }}
      width="admin"
    >
      <p>{t.meaning(longDate(order.validUntil, language))}</p>
      {kind ? <p>{admin.life.latest(longDate(lastDayOf(kind, today), language))}</p> : null}
      <p>{t.paper}</p>
      <OrderActionForm
        way="extend"
        hidden={{ order: order.id, seen, was: order.validUntil }}
        until={t.until}
        submit={t.submit}
      />
    </Page>
  );
}

export default unlessDown(ExtendPage);

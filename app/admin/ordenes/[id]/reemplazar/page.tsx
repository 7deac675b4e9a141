import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { OrderActionForm } from "@/app/admin/ordenes/[id]/order-action-form";
import { Page } from "@/components/layout/page";
import { formatPesos } from "@/lib/format/money";
import { currentMessages } from "@/messages";
import { orderFor } from "../../order-of";
import { backToOrder } from "../../way-back";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.life.links.reemplazar };
}

async function ReplacePage({ params }: Props) {
  const grant = await requireGrant("order.change");
  const [{ order, seen }, { admin }] = await Promise.all([
    orderFor(grant.actor, (await params).id, ["replace"]),
    currentMessages(),
  ]);
  const { replace: t, back } = admin.life;
  const number = order.number ?? "";
  return (
    <Page title={t.title(number)} back={{ href: await backToOrder(order.id), label: back }} width="admin">
      <p>
        {t.meaning(number)} {order.balance < order.value ? t.value(formatPesos(order.balance)) : null}
      </p>
      <p>{t.paper}</p>
      <OrderActionForm way="replace" hidden={{ order: order.id, seen }} submit={t.submit} />
    </Page>
  );
}

export default unlessDown(ReplacePage);

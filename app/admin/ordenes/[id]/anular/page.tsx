import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { OrderActionForm } from "@/app/admin/ordenes/[id]/order-action-form";
import { Page } from "@/components/layout/page";
import { annulCauses } from "@/domain/order/schema";
import { formatPesos } from "@/lib/format/money";
import { currentMessages } from "@/messages";
import { orderFor } from "../../order-of";
import { backToOrder } from "../../way-back";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.life.links.anular };
}

async function AnnulPage({ params }: Props) {
  const grant = await requireGrant("order.annul");
  const [{ order, action, seen }, { admin }] = await Promise.all([
    orderFor(grant.actor, (await params).id, ["annul", "annul_here"]),
    currentMessages(),
  ]);
  const { annul: t, back, causes } = admin.life;
  const number = order.number ?? "";
  // For an imported order it is unknown whether its paper is still at the caja.
  const inHand = order.state !== "issued" || order.draftedBy === null;
  return (
    <Page title={t.title(number)} back={{ href: await backToOrder(order.id), label: back }} width="admin">
      {action === "annul_here" ? (
        <p>{t.core}</p>
      ) : (
        <p>
          {t.meaning(number)} {inHand ? t.withPaper : t.withoutPaper}
        </p>
      )}
      {order.balance < order.value ? (
        <p>{t.rest(formatPesos(order.balance), formatPesos(order.value - order.balance))}</p>
      ) : null}
      <OrderActionForm
        way="annul"
        hidden={{ order: order.id, seen }}
        causes={{
          label: t.cause,
          options: annulCauses.map((cause) => ({ value: cause, label: causes[cause] })),
        }}
        submit={t.submit}
      />
    </Page>
  );
}

export default unlessDown(AnnulPage);

import type { Metadata } from "next";
import { Page } from "@/components/layout/page";
import { annulCauses } from "@/domain/order/draft/schema";
import { requireGrant } from "@/lib/auth/session";
import { currentMessages } from "@/messages";
import { orderFor } from "../../order-of";
import { annulAction } from "../actions";
import { DeedForm } from "../deed-form";
import { deedWords } from "../deed-words";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.life.links.anular };
}

export default async function AnnulPage({ params }: Props) {
  const grant = await requireGrant("order.annul");
  const [{ order }, { admin }] = await Promise.all([
    orderFor(grant.actor, (await params).id, ["annul"]),
    currentMessages(),
  ]);
  const { annul: t, back, causes } = admin.life;
  const number = order.number ?? "";
  // Of an order that came in a file nobody here knows whether its paper is still in the caja.
  const inHand = order.state !== "issued" || order.draftedBy === null;
  return (
    <Page title={t.title(number)} back={{ href: `/admin/ordenes/${order.id}`, label: back }} width="admin">
      <p>
        {t.meaning(number)} {inHand ? t.withPaper : t.withoutPaper}
      </p>
      <DeedForm
        action={annulAction}
        hidden={{ order: order.id }}
        causes={{
          label: t.cause,
          options: annulCauses.map((cause) => ({ value: cause, label: causes[cause] })),
        }}
        words={await deedWords(t.submit)}
      />
    </Page>
  );
}

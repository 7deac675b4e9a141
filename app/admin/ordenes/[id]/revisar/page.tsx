import type { Metadata } from "next";
import { Page } from "@/components/layout/page";
import { requireGrant } from "@/lib/auth/session";
import { currentMessages } from "@/messages";
import { orderFor } from "../../order-of";
import { blockAction, unblockAction } from "../actions";
import { DeedForm } from "../deed-form";
import { deedWords } from "../deed-words";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.life.links.revisar };
}

/** Begins a review, or ends the one that is under way. */
export default async function ReviewPage({ params }: Props) {
  const grant = await requireGrant("order.change");
  const [{ order, deed }, { admin }] = await Promise.all([
    orderFor(grant.actor, (await params).id, ["block", "unblock"]),
    currentMessages(),
  ]);
  const ends = deed === "unblock";
  const t = ends ? admin.life.unblock : admin.life.block;
  return (
    <Page
      title={t.title(order.number ?? "")}
      back={{ href: `/admin/ordenes/${order.id}`, label: admin.life.back }}
      width="admin"
    >
      <p>{t.meaning}</p>
      <DeedForm
        action={ends ? unblockAction : blockAction}
        hidden={{ order: order.id }}
        words={await deedWords(t.submit)}
      />
    </Page>
  );
}

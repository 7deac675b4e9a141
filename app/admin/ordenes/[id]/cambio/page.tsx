import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { OrderActionForm } from "@/app/admin/ordenes/[id]/order-action-form";
import { OneButtonForm } from "@/components/form/one-button-form";
import { Page } from "@/components/layout/page";
import { orderRows } from "@/components/order/order-rows";
import { OrderSheet } from "@/components/order/order-sheet";
import { SummaryList } from "@/components/ui/summary-list";
import { databaseFor } from "@/db/client";
import { findWaitingChange } from "@/db/queries/order-change";
import { longDate, shortDateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { orderOf } from "../../order-of";
import { backToOrder } from "../../way-back";
import { approveChangeAction } from "../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.life.change.approve };
}

/** Page of a pending change: the second person decides on it, and its author can withdraw it. */
async function ApproveChangePage({ params }: Props) {
  const grant = await requireGrant("order.approve");
  const { id } = await params;
  const [{ order }, { admin }, language] = await Promise.all([
    orderOf(id),
    currentMessages(),
    currentLanguage(),
  ]);
  const change = await findWaitingChange(databaseFor(grant), order.id);
  if (!change) redirect(await backToOrder(id));
  const { change: t, back } = admin.life;
  const mine = change.askedBy === grant.actor.personId;
  const hidden = { order: order.id, change: change.id };
  const wanted = change.validUntil ? t.extend(longDate(change.validUntil, language)) : t.replace;
  return (
    <Page
      title={t.title(order.number ?? "")}
      back={{ href: await backToOrder(id), label: back }}
      width="admin"
    >
      <p>{t.waits(t.actions[change.action], change.asker, shortDateTime(change.askedAt, language))}</p>
      <SummaryList
        rows={[
          { label: t.actions[change.action], value: wanted },
          { label: t.reason, value: change.reason },
        ]}
      />
      <div className="max-w-2xl">
        <OrderSheet
          title={admin.orders.sheet}
          kind={order.kindName}
          numberLabel={admin.orders.orderNumber}
          number={order.number ?? ""}
          rows={orderRows(order, admin.orders, language)}
        />
      </div>
      {mine ? (
        <p>{t.own}</p>
      ) : (
        <OneButtonForm action={approveChangeAction} hidden={hidden} label={t.approve} />
      )}
      <h2>{mine ? t.takeBackTitle : t.backTitle}</h2>
      <OrderActionForm
        way="sendChangeBack"
        hidden={hidden}
        reasonHint={t.backHint}
        submit={mine ? t.takeBack : t.back}
      />
    </Page>
  );
}

export default unlessDown(ApproveChangePage);

import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { FormMessage } from "@/components/form/form-message";
import { Page } from "@/components/layout/page";
import { databaseFor } from "@/db/client";
import { listOrderKinds } from "@/db/queries/order-kind";
import { currentMessages } from "@/messages";
import { authorize, can } from "@/model/access";
import { OwnDrafts, WaitingOrders } from "../waiting-orders";
import { FindForm } from "./find-form";
import { HeadLinks } from "./head-links";
import { LeftDrafts } from "./left-drafts";

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.orders.title };
}

async function FindOrdersPage({ searchParams }: { searchParams: Promise<{ vencida?: string }> }) {
  const grant = await requireGrant("order.find");
  const [kinds, { vencida }, { admin, common }] = await Promise.all([
    listOrderKinds(databaseFor(grant)),
    searchParams,
    currentMessages(),
  ]);
  const { actor } = grant;
  const t = admin.orders;
  return (
    <Page title={t.title} width="admin">
      {vencida ? <FormMessage>{t.expired}</FormMessage> : null}
      <HeadLinks actor={actor} />
      <p>{t.intro}</p>
      <FindForm
        kinds={kinds.map((kind) => ({ value: kind.code, label: common.kindChoice(kind) }))}
        kindHint={common.kindsRenamed(kinds) || undefined}
      />
      <p className="text-hint text-ink-soft">{t.logged}</p>
      <p>
        <a className="inline-flex min-h-11 items-center" href="/admin/ordenes/lista">
          {admin.orderList.link}
        </a>
      </p>
      {can(actor, "lookup.read") ? (
        <p>
          <a className="inline-flex min-h-11 items-center" href="/admin/consultas">
            {admin.lookups.link}
          </a>
        </p>
      ) : null}
      {can(actor, "order.approve") ? <WaitingOrders grant={authorize(actor, "order.approve")} /> : null}
      {can(actor, "order.issue") ? <LeftDrafts grant={authorize(actor, "order.issue")} /> : null}
      {can(actor, "order.issue") ? <OwnDrafts grant={authorize(actor, "order.issue")} /> : null}
    </Page>
  );
}

export default unlessDown(FindOrdersPage);

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { queryText } from "@/app/admin/query";
import { Page } from "@/components/layout/page";
import { orderRows } from "@/components/order/order-rows";
import { OrderSheet } from "@/components/order/order-sheet";
import { SummaryList } from "@/components/ui/summary-list";
import { DataTable } from "@/components/ui/table";
import { openOrder } from "@/domain/order/find-orders";
import { requireGrant } from "@/lib/auth/session";
import { shortDateTime } from "@/lib/format/date";
import { formatIdNumber } from "@/lib/format/identity";
import { currentClient } from "@/lib/http/client";
import { currentLanguage, currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { OrderStandingTag } from "../standing-tag";
import { PrintSection } from "./print-section";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ papel?: string | string[] }> };

// Once a request, because each opening is a line of the log.
const orderOf = cache(async (id: string) => {
  const grant = await requireGrant("order.find");
  const found = /^[0-9a-f-]{36}$/.test(id) ? await openOrder(grant, id, await currentClient()) : null;
  return found ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ order }, { admin }] = await Promise.all([orderOf((await params).id), currentMessages()]);
  return { title: titleOf(order.number, admin.orders) };
}

export default async function OrderPage({ params, searchParams }: Props) {
  await requireGrant("order.find");
  const [{ order, lookups }, { admin }, language] = await Promise.all([
    orderOf((await params).id),
    currentMessages(),
    currentLanguage(),
  ]);
  const t = admin.orders;
  return (
    <Page
      title={titleOf(order.number, t)}
      back={{ href: "/admin/ordenes/resultados", label: t.back }}
      width="admin"
    >
      <div className="grid items-start gap-x-10 lg:grid-cols-2">
        <OrderSheet
          title={t.sheet}
          kind={order.kindName}
          numberLabel={t.orderNumber}
          number={order.number ?? t.noNumber}
          rows={orderRows(order, t, language)}
        />
        <section aria-labelledby="registro">
          <h2 id="registro">{t.record}</h2>
          <SummaryList
            rows={[
              {
                label: t.state,
                value: <OrderStandingTag standing={order.standing} words={t.standings} />,
              },
              { label: t.stateSince, value: shortDateTime(order.stateChangedAt, language) },
              {
                label: t.provider,
                value: order.providerNit ? formatIdNumber(order.providerNit) : t.anyProvider,
              },
              { label: t.loaded, value: shortDateTime(order.createdAt, language) },
              { label: t.updated, value: shortDateTime(order.updatedAt, language) },
            ]}
          />
        </section>
      </div>
      <PrintSection orderId={order.id} refusal={queryText((await searchParams).papel)} />
      <DataTable
        caption={t.lookups}
        empty={t.lookupsEmpty}
        columns={[
          { key: "when", label: t.when },
          { key: "provider", label: t.who },
          { key: "person", label: t.person },
          { key: "outcome", label: t.outcome },
        ]}
        rows={lookups.map(({ askedAt, provider, person, outcome }) => ({
          when: <span className="num">{shortDateTime(askedAt, language)}</span>,
          provider,
          person,
          outcome: outcomeText(outcome, t.outcomes),
        }))}
      />
    </Page>
  );
}

function titleOf(number: string | null, t: Messages["admin"]["orders"]): string {
  return number === null ? t.draftTitle : t.detailTitle(number);
}

function outcomeText(outcome: string, words: Readonly<Record<string, string>>): string {
  return words[outcome] ?? outcome;
}

import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { ClaimMark } from "@/app/admin/claim-note";
import { Page } from "@/components/layout/page";
import { OrderStandingTag } from "@/components/order/standing-tag";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Note } from "@/components/ui/note";
import { DataTable } from "@/components/ui/table";
import { findOrders, MOST_FOUND } from "@/domain/order/find-orders";
import { claimsOfOrders } from "@/domain/rights/claims";
import { shortDate } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import { currentClient } from "@/lib/http/client";
import { currentMessages } from "@/messages";
import { formatIdNumber } from "@/model/identity/format";
import { lastSearch } from "../search-cookie";
import { orderPath, RESULTS_PATH } from "../way-back";

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.orders.resultsTitle };
}

async function FoundOrdersPage() {
  const grant = await requireGrant("order.find");
  const search = await lastSearch(grant.actor.personId);
  if (!search) redirect("/admin/ordenes?vencida=1");
  const [{ orders, more }, { admin }] = await Promise.all([
    findOrders(grant, search, await currentClient()),
    currentMessages(),
  ]);
  const t = admin.orders;
  const claims = await claimsOfOrders(
    grant.actor,
    orders.map(({ id }) => id),
  );
  return (
    <Page title={t.resultsTitle} back={{ href: "/admin/ordenes", label: t.again }} width="admin">
      {more ? (
        <Note>
          <p>{t.more(String(MOST_FOUND))}</p>
        </Note>
      ) : null}
      <DataTable
        caption={t.caption}
        empty={
          <Empty
            title={t.none}
            action={
              <ButtonLink href="/admin/ordenes" variant="outline">
                {t.again}
              </ButtonLink>
            }
          >
            <p>{t.noneText}</p>
          </Empty>
        }
        columns={{
          number: t.orderNumber,
          kind: t.kind,
          affiliate: t.affiliate,
          identity: t.identity,
          value: { label: t.value, numeric: true },
          validUntil: t.validUntil,
          state: t.state,
        }}
        rows={orders.map((order) => ({
          number: (
            <a className="tabular-nums lining-nums" href={orderPath(order.id, RESULTS_PATH)}>
              {order.number ?? t.noNumber}
            </a>
          ),
          kind: order.kindName,
          affiliate: (
            <>
              {order.affiliateName}
              <ClaimMark actor={grant.actor} claims={claims(order.id)} />
            </>
          ),
          identity: (
            <span className="tabular-nums lining-nums whitespace-nowrap">
              {order.affiliateIdKind} {formatIdNumber(order.affiliateId)}
            </span>
          ),
          value: formatPesos(order.value),
          validUntil: <span className="tabular-nums lining-nums">{shortDate(order.validUntil)}</span>,
          state: <OrderStandingTag standing={order.standing} />,
        }))}
      />
    </Page>
  );
}

export default unlessDown(FoundOrdersPage);

import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import {
  filterParams,
  paramsOf,
  readFilters,
  readSort,
  sortNames,
  sortParams,
} from "@/app/admin/_orders/list-address";
import { ExportForm } from "@/components/form/export-form";
import { Page } from "@/components/layout/page";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { FilterChips } from "@/components/ui/filter-chips";
import { PageSizes, Pages } from "@/components/ui/pages";
import { databaseFor } from "@/db/client";
import { listOrderKinds } from "@/db/queries/order-kind";
import { listOrders } from "@/domain/order/list/list-orders";
import { formatCount, formatPesos } from "@/lib/format/money";
import { currentClient } from "@/lib/http/client";
import { pathWith, queryPage } from "@/lib/http/query";
import { readSize, sizeWord } from "@/lib/paging";
import { currentMessages } from "@/messages";
import { can } from "@/model/access";
import { OrderFilterForm } from "./filter-form";
import { filterChips, filterChoices } from "./filter-words";
import { ListedOrders } from "./listed-orders";

const PATH = "/admin/ordenes/lista";

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.orderList.title };
}

async function OrderListPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const grant = await requireGrant("order.find");
  const query = await searchParams;
  const filters = readFilters((param) => query[param]);
  const [sort, size] = [readSort(query.orden), readSize(query.filas)];
  const [list, kinds, { admin, common }] = await Promise.all([
    listOrders(grant, { filters, sort, size, page: queryPage(query.pagina) }, await currentClient()),
    listOrderKinds(databaseFor(grant)),
    currentMessages(),
  ]);
  const t = admin.orderList;
  const choices = filterChoices(
    admin,
    kinds.map((kind) => ({ code: kind.code, name: common.kindChoice(kind) })),
  );
  const hidden = { orden: sort === "newest" ? "" : sortParams[sort], filas: sizeWord(size) };
  const at = (change: Record<string, string>) =>
    pathWith(PATH, { ...paramsOf(filters), ...hidden, ...change });
  const chips = filterChips(filters, t.names, choices, (name) => at({ [filterParams[name]]: "" }));
  return (
    <Page title={t.title} back={{ href: "/admin/ordenes", label: t.back }} width="admin">
      <p>{t.intro}</p>
      <OrderFilterForm
        path={PATH}
        filters={filters}
        hidden={Object.fromEntries(Object.entries(hidden).filter(([, value]) => value !== ""))}
        choices={choices}
      />
      <FilterChips chips={chips} allHref={pathWith(PATH, hidden)} />
      {list.count > 0 ? (
        <>
          <p className="text-lg font-bold tabular-nums lining-nums" role="status">
            {list.count === 1
              ? t.one(formatPesos(list.value))
              : t.totals(formatCount(list.count), formatPesos(list.value))}
          </p>
          <ChoiceLinks
            label={t.sortLabel}
            choices={sortNames.map((name) => ({
              href: at({ orden: sortParams[name] }),
              label: t.sorts[name],
              chosen: name === sort,
            }))}
          />
          <PageSizes at={at} size={size} />
        </>
      ) : null}
      {list.reach !== null ? <p>{t.reach(formatCount(list.reach), sort === "oldest")}</p> : null}
      <ListedOrders orders={list.orders} filtered={chips.length > 0} />
      <Pages of="orders" at={at} page={list.page} pages={list.pages} />
      {list.count > 0 && can(grant.actor, "order.export") ? (
        <ExportForm of="orders" action="/admin/ordenes/exportar" filters={paramsOf(filters)} />
      ) : null}
    </Page>
  );
}

export default unlessDown(OrderListPage);

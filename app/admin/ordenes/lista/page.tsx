import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import {
  filterParams,
  LIST_PATH,
  originParams,
  paramsOf,
  placeParams,
  readFilters,
  readPlace,
  readSort,
  sortNames,
  sortParams,
  unreadFilters,
} from "@/app/admin/_orders/list-address";
import { ExportForm } from "@/components/form/export-form";
import { FormMessage } from "@/components/form/form-message";
import { Page } from "@/components/layout/page";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { FilterChips } from "@/components/ui/filter-chips";
import { PageSizes } from "@/components/ui/pages";
import { Pagination } from "@/components/ui/pagination";
import { databaseFor } from "@/db/client";
import { listOrderKinds } from "@/db/queries/order-kind";
import { listOrders } from "@/domain/order/list/list-orders";
import { claimsOfOrders } from "@/domain/rights/claims";
import { formatCount, formatPesos } from "@/lib/format/money";
import { currentClient } from "@/lib/http/client";
import { pathWith, queryText } from "@/lib/http/query";
import { readSize, sizeWord } from "@/lib/paging";
import { currentMessages } from "@/messages";
import { can } from "@/model/access";
import type { ListPlace, OrderSort } from "@/model/order-list";
import { OrderFilterForm } from "./filter-form";
import { filterChips, filterChoices } from "./filter-words";
import { ListedOrders } from "./listed-orders";
import { StandingTabs } from "./standing-tabs";
import { TickForm } from "./tick-form";

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
  const place = readPlace((param) => query[param]);
  const [list, kinds, { admin, common, lists }] = await Promise.all([
    listOrders(grant, { filters, sort, size, place }, await currentClient()),
    listOrderKinds(databaseFor(grant)),
    currentMessages(),
  ]);
  const t = admin.orderList;
  const claims = await claimsOfOrders(
    grant.actor,
    list.orders.map(({ id }) => id),
  );
  const choices = filterChoices(
    admin,
    kinds.map((kind) => ({ code: kind.code, name: common.kindChoice(kind) })),
  );
  const hidden = { orden: sort === "newest" ? "" : sortParams[sort], filas: sizeWord(size) };
  const at = (change: Record<string, string>) =>
    pathWith(LIST_PATH, { ...paramsOf(filters), ...hidden, ...change });
  const sortedBy = (by: OrderSort) => at({ orden: sortParams[by] });
  const chips = filterChips(filters, t.names, choices, (name) => at({ [filterParams[name]]: "" }));
  const [first, last] = [list.orders[0], list.orders.at(-1)];
  const refusals: Readonly<Record<string, string>> = common.refusals;
  const papel = queryText(query.papel);
  const refusal = Object.hasOwn(refusals, papel) ? refusals[papel] : null;
  const unread = unreadFilters((param) => query[param], filters);
  const shown = list.passed + list.orders.length;
  return (
    <Page title={t.title} back={{ href: "/admin/ordenes", label: t.back }} width="admin">
      <StandingTabs standing={filters.standing} counts={list.tabs} at={at} />
      <div className="flex flex-wrap items-center gap-x-6 print:hidden">
        {list.count > 0 ? (
          <p className="m-0 text-lg font-bold tabular-nums lining-nums" role="status">
            {list.count === 1
              ? t.one(formatPesos(list.value))
              : t.totals(formatCount(list.count), formatPesos(list.value))}
            {list.left === null ? null : t.left(formatPesos(list.left), list.count === 1)}
          </p>
        ) : null}
        <details className="open:basis-full">
          <summary className="inline-flex min-h-11 cursor-pointer items-center font-bold text-link">
            {t.filters}
          </summary>
          <OrderFilterForm
            path={LIST_PATH}
            filters={filters}
            hidden={Object.fromEntries(Object.entries(hidden).filter(([, value]) => value !== ""))}
            choices={choices}
          />
        </details>
        {list.count > 0 && can(grant.actor, "order.export") ? (
          <details className="open:basis-full">
            <summary className="inline-flex min-h-11 cursor-pointer items-center font-bold text-link">
              {t.take}
            </summary>
            <ExportForm of="orders" action="/admin/ordenes/exportar" filters={paramsOf(filters)} />
          </details>
        ) : null}
      </div>
      <FilterChips chips={chips} allHref={pathWith(LIST_PATH, hidden)} />
      {list.count > 1 ? (
        <div className="sm:hidden">
          <ChoiceLinks
            label={t.sortLabel}
            choices={sortNames.map((name) => ({
              href: sortedBy(name),
              label: t.sorts[name],
              chosen: name === sort,
            }))}
          />
        </div>
      ) : null}
      {list.reach !== null ? <p>{t.reach(formatCount(list.reach), sort === "oldest")}</p> : null}
      {refusal ? <FormMessage>{refusal}</FormMessage> : null}
      {unread.length > 0 ? (
        <FormMessage>{t.unread(unread.map((name) => t.names[name]).join(", "))}</FormMessage>
      ) : null}
      <TickForm
        orders={list.orders}
        actor={grant.actor}
        filters={filters}
        fileHref={at({ [filterParams.origin]: originParams.file })}
        tickHref={at({ ...placeWords(place), marcar: "todas" })}
      >
        {(ticks) => (
          <ListedOrders
            orders={list.orders}
            filtered={chips.length > 0}
            sort={sort}
            sortedBy={sortedBy}
            here={at(placeWords(place))}
            ticks={ticks}
            isTicked={queryText(query.marcar) === "todas"}
            actor={grant.actor}
            claims={claims}
          />
        )}
      </TickForm>
      {first && last && list.count > list.orders.length ? (
        <Pagination
          label={lists.steps.orders.label}
          position={t.position(formatCount(list.passed + 1), formatCount(shown), formatCount(list.count))}
          previous={
            list.passed > 0
              ? { href: at({ [placeParams.before]: first.id }), label: lists.steps.orders.previous }
              : undefined
          }
          next={
            shown < list.count
              ? { href: at({ [placeParams.after]: last.id }), label: lists.steps.orders.next }
              : undefined
          }
        />
      ) : null}
      {list.count > 0 ? <PageSizes at={at} size={size} /> : null}
      <p className="text-hint text-ink-soft">{t.intro}</p>
    </Page>
  );
}

export default unlessDown(OrderListPage);

/** The place of this page as its address says it. */
function placeWords(place: ListPlace | null): Record<string, string> {
  if (!place) return {};
  return "after" in place ? { [placeParams.after]: place.after } : { [placeParams.before]: place.before };
}

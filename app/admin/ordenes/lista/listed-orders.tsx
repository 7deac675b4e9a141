import { ClaimMark } from "@/app/admin/claim-note";
import { OrderStandingTag } from "@/components/order/standing-tag";
import { Empty } from "@/components/ui/empty";
import { type Columns, DataTable } from "@/components/ui/table";
import type { ListedOrder } from "@/domain/order/list/list-orders";
import type { ClaimsOf } from "@/domain/rights/claims";
import { shortDate } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import { currentMessages } from "@/messages";
import type { CajaActor } from "@/model/access";
import { formatIdNumber } from "@/model/identity/format";
import { mapTexts, orderViews } from "@/model/order-field";
import type { OrderSort } from "@/model/order-list";
import { orderPath, rowId } from "../way-back";
import { TickAll } from "./tick-all";

/** The columns that sort, each with the way that its first click takes and the other one. */
const columnSorts: Partial<Record<(typeof orderViews.list)[number], readonly [OrderSort, OrderSort]>> = {
  number: ["number_down", "number"],
  value: ["value_down", "value"],
  issuedOn: ["newest", "oldest"],
  validUntil: ["until", "until_down"],
};
const ascending: readonly OrderSort[] = ["number", "value", "oldest", "until"];

export async function ListedOrders({
  orders,
  filtered,
  sort,
  sortedBy,
  here,
  ticks,
  isTicked,
  actor,
  claims,
}: {
  orders: ListedOrder[];
  filtered: boolean;
  sort: OrderSort;
  /** Address of the list sorted so. */
  sortedBy: (sort: OrderSort) => string;
  /** Address of this page of the list, to come back to. */
  here: string;
  /** The orders that may be ticked to be printed together. */
  ticks: ReadonlySet<string>;
  /** Whether all of them are ticked from the start. */
  isTicked: boolean;
  actor: CajaActor;
  /** What the affiliates of these orders claim about their data. */
  claims: ClaimsOf;
}) {
  const { orders: w, orderList: t, print } = (await currentMessages()).admin;
  const labels = {
    ...w,
    number: w.orderNumber,
    kindCode: w.kind,
    affiliateName: w.affiliate,
    issuedOn: t.issuedOn,
    provider: t.provider,
  };
  const columns: Columns<string> = {
    ...(ticks.size > 0
      ? {
          tick: {
            label: print.tick,
            head: <TickAll name="orden" label={print.tickPage(ticks.size)} />,
            screenOnly: true,
          },
        }
      : {}),
    ...Object.fromEntries(
      orderViews.list.map((key) => [
        key,
        {
          label: labels[key],
          numeric: key === "value",
          wideOnly: key === "kindCode" || key === "provider",
          sort: sortOf(columnSorts[key], sort, sortedBy),
        },
      ]),
    ),
  };
  return (
    <DataTable
      caption={t.caption}
      empty={
        <Empty title={filtered ? t.none : t.noneYet}>
          <p>{filtered ? t.noneText : t.noneYetText}</p>
        </Empty>
      }
      columns={columns}
      rows={orders.map((order) => ({
        ...mapTexts((name) => order[name]),
        tick: ticks.has(order.id) ? (
          <input
            className="size-6"
            type="checkbox"
            name="orden"
            value={order.id}
            defaultChecked={isTicked}
            aria-label={print.tickOf(order.number ?? "")}
          />
        ) : null,
        number: (
          <a
            id={rowId(order.id)}
            className="scroll-mt-24 tabular-nums lining-nums"
            href={orderPath(order.id, here)}
          >
            {order.number ?? w.noNumber}
          </a>
        ),
        kindCode: order.kindName,
        affiliateName: (
          <>
            {order.affiliateName}
            <ClaimMark actor={actor} claims={claims(order.id)} />
          </>
        ),
        value: formatPesos(order.value),
        issuedOn: <span className="tabular-nums lining-nums">{shortDate(order.issuedOn)}</span>,
        validUntil: <span className="tabular-nums lining-nums">{shortDate(order.validUntil)}</span>,
        provider: (
          <span className="tabular-nums lining-nums">
            {order.providerNit ? formatIdNumber(order.providerNit) : t.anyProvider}
          </span>
        ),
        state: <OrderStandingTag standing={order.standing} />,
      }))}
    />
  );
}

function sortOf(
  sorts: readonly [OrderSort, OrderSort] | undefined,
  now: OrderSort,
  sortedBy: (sort: OrderSort) => string,
) {
  if (!sorts) return undefined;
  const [first, other] = sorts;
  return {
    href: sortedBy(now === first ? other : first),
    ...(sorts.includes(now) && {
      now: ascending.includes(now) ? ("ascending" as const) : ("descending" as const),
    }),
  };
}

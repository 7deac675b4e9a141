import { OrderStandingTag } from "@/components/order/standing-tag";
import { Empty } from "@/components/ui/empty";
import { DataTable } from "@/components/ui/table";
import type { ListedOrder } from "@/domain/order/list/list-orders";
import { shortDate } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import { currentMessages } from "@/messages";
import { formatIdNumber } from "@/model/identity/format";
import { mapTexts, orderViews } from "@/model/order-field";

export async function ListedOrders({ orders, filtered }: { orders: ListedOrder[]; filtered: boolean }) {
  const { orders: w, orderList: t } = (await currentMessages()).admin;
  const labels = {
    ...w,
    number: w.orderNumber,
    kindCode: w.kind,
    affiliateName: w.affiliate,
    issuedOn: t.issuedOn,
    provider: t.provider,
  };
  return (
    <DataTable
      caption={t.caption}
      empty={
        <Empty title={filtered ? t.none : t.noneYet}>
          <p>{filtered ? t.noneText : t.noneYetText}</p>
        </Empty>
      }
      columns={Object.fromEntries(
        orderViews.list.map((key) => [key, { label: labels[key], numeric: key === "value" }]),
      )}
      rows={orders.map((order) => ({
        ...mapTexts((name) => order[name]),
        number: (
          <a className="tabular-nums lining-nums" href={`/admin/ordenes/${order.id}`}>
            {order.number ?? w.noNumber}
          </a>
        ),
        kindCode: order.kindName,
        affiliateName: order.affiliateName,
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

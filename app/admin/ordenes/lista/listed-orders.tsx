import { OrderStandingTag } from "@/components/order/standing-tag";
import { Empty } from "@/components/ui/empty";
import { DataTable } from "@/components/ui/table";
import type { ListedOrder } from "@/domain/order/list/list-orders";
import { shortDate } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import type { Messages } from "@/messages/es-CO";
import { formatIdNumber } from "@/model/identity/format";

export function ListedOrders({
  orders,
  filtered,
  words: { orders: w, orderList: t },
}: {
  orders: ListedOrder[];
  filtered: boolean;
  words: Messages["admin"];
}) {
  return (
    <DataTable
      caption={t.caption}
      empty={
        <Empty title={filtered ? t.none : t.noneYet}>
          <p>{filtered ? t.noneText : t.noneYetText}</p>
        </Empty>
      }
      columns={[
        { key: "number", label: w.orderNumber },
        { key: "kind", label: w.kind },
        { key: "affiliate", label: w.affiliate },
        { key: "value", label: w.value, numeric: true },
        { key: "issuedOn", label: t.issuedOn },
        { key: "validUntil", label: w.validUntil },
        { key: "provider", label: t.provider },
        { key: "state", label: w.state },
      ]}
      rows={orders.map((order) => ({
        number: (
          <a className="num" href={`/admin/ordenes/${order.id}`}>
            {order.number ?? w.noNumber}
          </a>
        ),
        kind: order.kindName,
        affiliate: order.affiliateName,
        value: formatPesos(order.value),
        issuedOn: <span className="num">{shortDate(order.issuedOn)}</span>,
        validUntil: <span className="num">{shortDate(order.validUntil)}</span>,
        provider: (
          <span className="num">{order.providerNit ? formatIdNumber(order.providerNit) : t.anyProvider}</span>
        ),
        state: <OrderStandingTag standing={order.standing} words={w.standings} />,
      }))}
    />
  );
}

import { orderRows } from "@/components/order/order-rows";
import { OrderSheet } from "@/components/order/order-sheet";
import { OrderStandingTag } from "@/components/order/standing-tag";
import { SummaryList } from "@/components/ui/summary-list";
import { DataTable } from "@/components/ui/table";
import type { openOrder } from "@/domain/order/find-orders";
import { shortDateTime } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";

const NEWEST = 10;

/** The caja's record of the order: its data, state and recent look-ups. */
export async function OrderRecord({ found }: { found: Awaited<ReturnType<typeof openOrder>> }) {
  const [{ admin }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const [t, words] = [admin.reports, admin.orders];
  if (!found) {
    return (
      <section aria-labelledby="registro">
        <h2 id="registro">{t.record}</h2>
        <p>{t.noOrder}</p>
      </section>
    );
  }
  const { order, lookups } = found;
  const outcomes: Readonly<Record<string, string>> = words.outcomes;
  return (
    <section aria-labelledby="registro">
      <h2 id="registro">{t.record}</h2>
      <OrderSheet
        title={words.sheet}
        kind={order.kindName}
        numberLabel={words.orderNumber}
        number={order.number ?? words.noNumber}
        rows={orderRows(order, words, language)}
      />
      <SummaryList
        rows={[
          {
            label: words.state,
            value: <OrderStandingTag standing={order.standing} />,
          },
          { label: words.stateSince, value: shortDateTime(order.stateChangedAt, language) },
          ...(order.balance < order.value
            ? [{ label: admin.life.balance, value: formatPesos(order.balance) }]
            : []),
        ]}
      />
      <p>
        <a className="inline-flex min-h-11 items-center" href={`/admin/ordenes/${order.id}`}>
          {t.seeOrder}
        </a>
      </p>
      <DataTable
        caption={words.lookups}
        empty={words.lookupsEmpty}
        columns={{ when: words.when, provider: words.who, outcome: words.outcome }}
        rows={lookups.slice(0, NEWEST).map(({ askedAt, provider, outcome }) => ({
          when: <span className="tabular-nums lining-nums">{shortDateTime(askedAt, language)}</span>,
          provider,
          outcome: outcomes[outcome] ?? outcome,
        }))}
      />
    </section>
  );
}

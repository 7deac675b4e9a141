import { periodQuery } from "@/app/_server/http/period-params";
import { expiredIn, LIST_PATH } from "@/app/admin/_orders/list-address";
import { MoneyStrip } from "@/components/ui/money-strip";
import type { readMonth } from "@/domain/caja/month";
import { formatCount, formatPesos } from "@/lib/format/money";
import { pathWith } from "@/lib/http/query";
import { currentMessages } from "@/messages";
import { type CajaActor, can } from "@/model/access";

type Month = Awaited<ReturnType<typeof readMonth>>;

/**
 * The month's orders in money, each with its count; a link where a list can be opened that holds just these. Of orders
 * that were annulled in these days there is none.
 */
export async function MonthMoney({
  money,
  days,
  actor,
}: {
  money: NonNullable<Month["money"]>;
  days: Month["days"];
  actor: CajaActor;
}) {
  const t = (await currentMessages()).admin.today.money;
  const lists = can(actor, "order.find");
  const settled = pathWith("/admin/liquidacion", periodQuery(days));
  const cells = [
    { label: t.issued, amount: money.issuedAmount, count: t.orders(formatCount(money.issued), money.issued) },
    {
      label: t.used,
      amount: money.usedAmount,
      count: t.uses(formatCount(money.used), money.used),
      href: settled,
    },
    {
      label: t.unpaid,
      amount: money.unpaidAmount,
      count: t.uses(formatCount(money.unpaid), money.unpaid),
      href: settled,
    },
    {
      label: t.expired,
      amount: money.expiredAmount,
      count: t.orders(formatCount(money.expired), money.expired),
      href: lists ? pathWith(LIST_PATH, expiredIn(days)) : undefined,
    },
    {
      label: t.voided,
      amount: money.voidedAmount,
      count: t.orders(formatCount(money.voided), money.voided),
    },
  ];
  return (
    <MoneyStrip
      id="dinero"
      title={t.title}
      cells={cells.map(({ label, amount, count, href }) => ({
        label: href ? <a href={href}>{label}</a> : label,
        amount: formatPesos(amount),
        note: count,
      }))}
    />
  );
}

import { MoneyStrip } from "@/components/ui/money-strip";
import type { readMonth } from "@/domain/caja/month";
import { formatCount, formatPesos } from "@/lib/format/money";
import { currentMessages } from "@/messages";
import { type CajaActor, can } from "@/model/access";

type Money = NonNullable<Awaited<ReturnType<typeof readMonth>>["money"]>;

/** The month's orders in money, each with its count; a link where the list behind it can be opened. */
export async function MonthMoney({ money, actor }: { money: Money; actor: CajaActor }) {
  const t = (await currentMessages()).admin.today.money;
  const lists = can(actor, "order.find");
  const cells = [
    { label: t.issued, amount: money.issuedAmount, count: t.orders(formatCount(money.issued), money.issued) },
    {
      label: t.used,
      amount: money.usedAmount,
      count: t.uses(formatCount(money.used), money.used),
      href: "/admin/liquidacion",
    },
    {
      label: t.unpaid,
      amount: money.unpaidAmount,
      count: t.uses(formatCount(money.unpaid), money.unpaid),
      href: "/admin/liquidacion",
    },
    {
      label: t.expired,
      amount: money.expiredAmount,
      count: t.orders(formatCount(money.expired), money.expired),
      href: lists ? "/admin/ordenes/lista?estado=vencida" : undefined,
    },
    {
      label: t.voided,
      amount: money.voidedAmount,
      count: t.orders(formatCount(money.voided), money.voided),
      href: lists ? "/admin/ordenes/lista?estado=anulada" : undefined,
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

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
    <section aria-labelledby="dinero">
      <h2 className="sr-only" id="dinero">
        {t.title}
      </h2>
      <dl className="mb-4 grid border-t border-l border-rule bg-sheet sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">
        {cells.map(({ label, amount, count, href }) => (
          <div key={label} className="flex flex-col border-r border-b border-rule px-3 py-2">
            <dt className="text-sm text-ink-soft">{href ? <a href={href}>{label}</a> : label}</dt>
            <dd className="text-2xl leading-tight font-bold tabular-nums lining-nums">
              {formatPesos(amount)}
            </dd>
            <dd className="text-sm text-ink-soft tabular-nums lining-nums">{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

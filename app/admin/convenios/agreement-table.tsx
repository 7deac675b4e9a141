import { inForceOf, LIST_PATH } from "@/app/admin/_orders/list-address";
import { DataTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { AgreementSort, ListedAgreement } from "@/db/queries/agreement";
import { shortDate } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { pathWith } from "@/lib/http/query";
import { currentMessages } from "@/messages";
import { formatNit } from "@/model/identity/format";

const figures = "tabular-nums lining-nums whitespace-nowrap";

/** Convenios, one a row: its end, how long that is, the company, and the orders that only it may take. */
export async function AgreementTable({
  rows,
  caption,
  sort,
  sortedBy,
  seesOrders,
}: {
  rows: ListedAgreement[];
  caption: string;
  sort: AgreementSort;
  /** The address of the list, sorted otherwise. */
  sortedBy: (sort: AgreementSort) => string;
  /** Whether the person may open the list of orders. */
  seesOrders: boolean;
}) {
  const t = (await currentMessages()).admin.agreements;
  return (
    <DataTable
      caption={caption}
      empty={t.empty}
      columns={{
        endsOn: { label: t.endsOn, firm: true, sort: sortOf("ends", "ends_down") },
        left: { label: t.left, firm: true },
        company: { label: t.company, sort: sortOf("company", "company_down") },
        nit: { label: t.nit, firm: true, wideOnly: true },
        number: { label: t.number, firm: true, sort: sortOf("number", "number_down") },
        portal: { label: t.portal, wideOnly: true },
        orders: { label: t.orders, numeric: true, looseHead: true },
        amount: { label: t.amount, numeric: true, looseHead: true },
      }}
      rows={rows.map((row) => ({
        endsOn: <span className={figures}>{shortDate(row.endsOn)}</span>,
        left: leftOf(row),
        company: row.providerId ? (
          <a href={`/admin/proveedores/${row.providerId}`}>{row.legalName}</a>
        ) : (
          row.legalName
        ),
        nit: <span className={figures}>{formatNit(row.nit, row.checkDigit)}</span>,
        number: (
          <a className={`${figures} font-bold`} href={`/admin/convenios/${row.id}`}>
            {row.number}
          </a>
        ),
        portal: row.approved ? t.account : row.providerId ? t.unapproved : t.noAccount,
        orders: ordersOf(row),
        amount: row.orders > 0 ? formatPesos(row.amount) : "—",
      }))}
    />
  );

  function ordersOf({ orders, nit }: ListedAgreement) {
    if (orders === 0) return "—";
    if (!seesOrders) return formatCount(orders);
    return <a href={pathWith(LIST_PATH, inForceOf(nit))}>{formatCount(orders)}</a>;
  }

  function sortOf(up: AgreementSort, down: AgreementSort) {
    const now = { [up]: "ascending", [down]: "descending" } as const;
    return { href: sortedBy(sort === up ? down : up), now: now[sort] };
  }

  function leftOf({ daysLeft, begun, followed }: ListedAgreement) {
    if (followed) return t.followed;
    if (daysLeft < 0) return <Tag signal="stop">{t.ended(-daysLeft)}</Tag>;
    if (!begun) return t.notBegun;
    return daysLeft <= 30 ? <Tag signal="warn">{t.days(daysLeft)}</Tag> : t.days(daysLeft);
  }
}

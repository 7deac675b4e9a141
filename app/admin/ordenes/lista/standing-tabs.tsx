import { filterParams, standingParams } from "@/app/admin/_orders/list-address";
import { COUNTED, type TabCounts } from "@/db/queries/order-counts";
import { formatCount } from "@/lib/format/money";
import { currentMessages } from "@/messages";
import { type OrderStanding, type OrderTab, orderTabs } from "@/model/order-list";

const tab =
  "inline-flex min-h-11 items-center gap-2 aria-[current]:font-bold aria-[current]:no-underline pointer-fine:min-h-9";

/** The states that people ask for, each with how many orders it has where that is known. */
export async function StandingTabs({
  standing,
  counts,
  at,
}: {
  standing: OrderStanding | null;
  counts: TabCounts | null;
  at: (change: Record<string, string>) => string;
}) {
  const { orderList: t } = (await currentMessages()).admin;
  const countOf = (name: OrderTab) =>
    counts === null
      ? null
      : counts[name] > COUNTED
        ? t.moreThan(formatCount(COUNTED))
        : formatCount(counts[name]);
  return (
    <nav className="print:hidden" aria-label={t.tabsLabel}>
      <ul className="flex flex-wrap gap-x-6">
        <li>
          <a
            className={tab}
            href={at({ [filterParams.standing]: "" })}
            aria-current={standing === null ? "page" : undefined}
          >
            {t.allTabs}
          </a>
        </li>
        {orderTabs.map((name) => (
          <li key={name}>
            <a
              className={tab}
              href={at({ [filterParams.standing]: standingParams[name] })}
              aria-current={standing === name ? "page" : undefined}
            >
              {t.tabs[name]} <b className="tabular-nums lining-nums">{countOf(name)}</b>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

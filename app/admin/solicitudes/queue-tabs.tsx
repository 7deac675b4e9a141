import type { QueueFilter, QueueTab } from "@/db/queries/request-queue";
import { formatCount } from "@/lib/format/money";
import { pathWith } from "@/lib/http/query";
import { currentMessages } from "@/messages";
import { filterWords, QUEUE_PATH, tabWords } from "./address";

const tabs = Object.keys(tabWords) as QueueTab[];
const filters = Object.keys(filterWords) as QueueFilter[];
const chip =
  "inline-flex min-h-11 items-center gap-2 rounded border-[1.5px] border-line bg-sheet px-3 py-1 no-underline aria-[current]:border-2 aria-[current]:border-current aria-[current]:font-bold hover:underline";

/** The states of requests with their counts; none is current while something is looked for in all of them. */
export async function QueueTabs({ tab, counts }: { tab: QueueTab | null; counts: Record<QueueTab, number> }) {
  const { requests: t } = (await currentMessages()).admin;
  return (
    <nav aria-label={t.tabsLabel}>
      <ul className="flex flex-wrap gap-x-6">
        {tabs.map((name) => (
          <li key={name}>
            <a
              className="inline-flex min-h-11 items-center gap-2 aria-[current]:font-bold aria-[current]:no-underline"
              href={pathWith(QUEUE_PATH, { estado: tabWords[name] })}
              aria-current={name === tab ? "page" : undefined}
            >
              {t.tabs[name]} <b className="tabular-nums lining-nums">{formatCount(counts[name])}</b>
            </a>
          </li>
        ))}
        <li>
          <a className="inline-flex min-h-11 items-center" href={`${QUEUE_PATH}/motivos`}>
            {t.reasons.title}
          </a>
        </li>
      </ul>
    </nav>
  );
}

/** Ready filters of those to decide, each with its count; the one that is set leads back to the whole list. */
export async function QueueFilters({
  filter,
  counts,
  application,
  applications,
  at,
}: {
  filter: QueueFilter | null;
  counts: Record<QueueFilter, number>;
  application: string | null;
  applications: { code: string }[];
  at: (change: Record<string, string>) => string;
}) {
  const { admin, lists } = await currentMessages();
  const t = admin.requests;
  return (
    <ul className="mb-3 flex flex-wrap items-center gap-2" aria-label={t.filtersLabel}>
      {filters.map((name) => (
        <li key={name}>
          <a
            className={chip}
            aria-current={name === filter ? "true" : undefined}
            href={at({ ver: name === filter ? "" : filterWords[name], pagina: "" })}
          >
            {name === filter ? <span className="sr-only">{lists.remove} </span> : null}
            <span>{t.filters[name]}</span>
            <b className="tabular-nums lining-nums">{formatCount(counts[name])}</b>
            {name === filter ? <span aria-hidden="true">✕</span> : null}
          </a>
        </li>
      ))}
      {applications.length > 1
        ? applications.map(({ code }) => (
            <li key={code}>
              <a
                className={chip}
                aria-current={code === application ? "true" : undefined}
                href={at({ aplicacion: code === application ? "" : code, pagina: "" })}
              >
                {code === application ? <span className="sr-only">{lists.remove} </span> : null}
                <span>{code}</span>
                {code === application ? <span aria-hidden="true">✕</span> : null}
              </a>
            </li>
          ))
        : null}
    </ul>
  );
}

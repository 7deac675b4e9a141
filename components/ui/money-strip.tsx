import type { ReactNode } from "react";

type Cell = { label: ReactNode; amount: string; note: ReactNode };

/** Sums of money in one row of cells, each with a line below it: what a page is about, before its tables. */
export function MoneyStrip({ id, title, cells }: { id: string; title: string; cells: readonly Cell[] }) {
  return (
    <section aria-labelledby={id}>
      <h2 className="sr-only" id={id}>
        {title}
      </h2>
      <dl className="mb-4 grid border-t border-l border-rule bg-sheet sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">
        {cells.map(({ label, amount, note }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the cells come finished from the server and are not moved
          <div key={at} className="flex flex-col border-r border-b border-rule px-3 py-2">
            <dt className="text-sm text-ink-soft">{label}</dt>
            <dd className="text-2xl leading-tight font-bold tabular-nums lining-nums">{amount}</dd>
            <dd className="text-sm text-ink-soft tabular-nums lining-nums">{note}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

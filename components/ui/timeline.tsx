import type { ReactNode } from "react";

export type TimelineItem = { title: ReactNode; when: string; by?: string; note?: ReactNode };

const event = [
  "relative ml-[7px] border-l-2 border-line pb-[1.1rem] pl-7 last:border-l-transparent last:pb-0",
  "before:absolute before:top-[0.3rem] before:-left-[9px] before:size-4 before:rounded-full",
  "before:border-3 before:border-line before:bg-paper first:before:border-link first:before:bg-link",
].join(" ");

/** Events, newest first. The first dot is filled, because it is the current state. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol className="mb-5">
      {items.map(({ title, when, by, note }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two events may carry the same words and minute
        <li key={at} className={event}>
          <p className="m-0">
            <b>{title}</b>
          </p>
          <p className="text-hint text-ink-soft tabular-nums lining-nums m-0">
            {by ? `${when} · ${by}` : when}
          </p>
          {note ? <p className="m-0">{note}</p> : null}
        </li>
      ))}
    </ol>
  );
}

import type { ReactNode } from "react";

export type TimelineItem = { title: ReactNode; when: string; by?: string; note?: ReactNode };

/** What happened, newest first; the first one is filled because it is where things stand. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map(({ title, when, by, note }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two events may carry the same words and minute
        <li key={at}>
          <p>
            <b>{title}</b>
          </p>
          <p className="hint num">{by ? `${when} · ${by}` : when}</p>
          {note ? <p>{note}</p> : null}
        </li>
      ))}
    </ol>
  );
}

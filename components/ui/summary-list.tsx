import type { ReactElement } from "react";

export type SummaryRow = {
  label: string;
  /** A label and its value; unknown data have no row. */
  value: string | number | ReactElement;
  /** `hidden` completes the link's name for a screen reader: "Cambiar" + "la dirección". */
  action?: { href: string; label: string; hidden?: string };
};

export function SummaryList({ rows }: { rows: SummaryRow[] }) {
  return (
    <dl className="mb-5 border-t border-rule">
      {rows.map(({ label, value, action }) => (
        <div
          key={label}
          className="grid grid-cols-[1fr_auto] items-start @max-[18rem]:grid-cols-1 gap-x-4 border-b border-rule py-[0.6rem] sm:grid-cols-[minmax(0,14rem)_1fr_auto]"
        >
          <dt className="col-start-1 text-sm text-ink-soft">{label}</dt>
          <dd className="col-start-1 font-semibold sm:col-start-2">{value}</dd>
          {action ? (
            <dd className="col-start-2 row-span-2 row-start-1 self-center @max-[18rem]:col-start-1 @max-[18rem]:row-span-1 @max-[18rem]:row-start-auto sm:col-start-3 sm:row-end-auto">
              <a className="inline-flex min-h-11 items-center" href={action.href}>
                {action.label}
                {action.hidden ? <span className="sr-only"> {action.hidden}</span> : null}
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

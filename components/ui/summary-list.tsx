import type { ReactNode } from "react";

export type SummaryRow = {
  label: string;
  value: ReactNode;
  /** `hidden` completes the link's name for a screen reader: "Cambiar" + "la dirección". */
  action?: { href: string; label: string; hidden?: string };
};

export function SummaryList({ rows }: { rows: SummaryRow[] }) {
  return (
    <dl className="summary-list">
      {rows.map(({ label, value, action }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {action ? (
            <dd className="action">
              <a href={action.href}>
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

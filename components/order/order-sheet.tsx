import type { ReactNode } from "react";

type Row = { label: string; value: ReactNode; detail?: string; large?: boolean; digits?: boolean };

/** The order as it is printed: number at the top right, then its data in the order of the paper. */
export function OrderSheet({
  id = "hoja-titulo",
  title,
  kind,
  numberLabel,
  number,
  rows,
}: {
  /** Of its heading, where a page has two sheets. */
  id?: string;
  title: string;
  kind: string;
  numberLabel: string;
  number: string;
  rows: Row[];
}) {
  return (
    <section className="sheet" aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{title}</h2>
          <p>{kind}</p>
        </div>
        <p className="sheet-number">
          <span>{numberLabel}</span> <b className="num">{number}</b>
        </p>
      </header>
      <FactList rows={rows} />
    </section>
  );
}

/** Label and value pairs; `large` is for the one thing to compare. */
export function FactList({ rows }: { rows: Row[] }) {
  return (
    <dl className="facts">
      {rows.map(({ label, value, detail, large, digits }) => (
        <div key={label} className={large ? "amount" : undefined}>
          <dt>{label}</dt>
          <dd className={digits || large ? "num" : undefined}>{value}</dd>
          {detail ? <dd className="in-words">{detail}</dd> : null}
        </div>
      ))}
    </dl>
  );
}

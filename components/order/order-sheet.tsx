import type { ReactElement, ReactNode } from "react";

/** A label and its value; unknown data have no row. */
type Row = {
  label: string;
  value: string | ReactElement;
  detail?: string;
  large?: boolean;
  digits?: boolean;
};

/** Look of a paper: square corners and a perforated lower edge. */
export const paper = "mask-perforated border border-rule bg-sheet print:border-black";
/** Look of a paper order. */
export const sheetClass = `${paper} mb-4 px-4 pt-[0.9rem] pb-[1.6rem]`;

/** The order as printed: number at the top right, then its data in the sequence of the paper. */
export function OrderSheet({
  id = "hoja-titulo",
  title,
  kind,
  numberLabel,
  number,
  rows,
}: {
  /** Label of its heading, where a page has two sheets. */
  id?: string;
  title: string;
  kind: string;
  numberLabel: string;
  number: string;
  rows: Row[];
}) {
  return (
    <section className={sheetClass} data-sheet aria-labelledby={id}>
      <SheetHead
        title={
          <h2 id={id} className="m-0 text-lg">
            {title}
          </h2>
        }
        kind={kind}
        numberLabel={numberLabel}
        number={number}
      />
      <FactList rows={rows} />
    </section>
  );
}

export function SheetHead({
  title,
  kind,
  numberLabel,
  number,
}: {
  title: ReactNode;
  kind: string;
  numberLabel: string;
  number: ReactNode;
}) {
  return (
    <header className="mb-[0.6rem] flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-b-2 border-ink pb-2">
      <div className="flex-[1_1_7rem]">
        {title}
        <p className="m-0 text-sm text-ink-soft">{kind}</p>
      </div>
      <p className="m-0 ml-auto text-right text-sm text-ink-soft">
        <span className="block text-xs">{numberLabel}</span>{" "}
        <b className="text-[1.5rem] leading-[1.2] text-ink tabular-nums lining-nums">{number}</b>
      </p>
    </header>
  );
}

const valueLook = "text-xl leading-[1.3] font-bold";
const figureLook = `${valueLook} tabular-nums lining-nums`;
/** The value to compare. With enlarged text it shrinks instead of being cut. */
export const amountLook =
  "text-[min(2.25rem,13cqi)] leading-[1.1] font-bold tabular-nums lining-nums short:text-[min(1.875rem,13cqi)]";

const columnsLook = "grid-cols-[repeat(auto-fit,minmax(min(100%,8.5rem),1fr))] gap-x-4";

/** Label and value pairs. `large` is for the value to compare, `columns` for the other data. */
export function FactList({ rows, columns = false }: { rows: Row[]; columns?: boolean }) {
  const look = (digits = false) => {
    if (columns) return "leading-[1.25] font-bold";
    return digits ? figureLook : valueLook;
  };
  return (
    <dl className={`grid gap-y-[0.6rem] ${columns ? columnsLook : ""}`}>
      {rows.map(({ label, value, detail, large, digits }) => (
        <div key={label} data-large={large || undefined}>
          <dt className="text-xs leading-[1.35] text-ink-soft">{label}</dt>
          <dd className={large ? amountLook : look(digits)}>{value}</dd>
          {detail ? <dd className="text-md leading-[1.3] font-medium">{detail}</dd> : null}
        </div>
      ))}
    </dl>
  );
}

import type { ReactNode } from "react";
import { emptyClass } from "@/components/ui/empty";

/** Where the head of a column leads: the list sorted by it, or the other way round when it is. */
type ColumnSort = { href: string; now?: "ascending" | "descending" };

/**
 * Label of a column. `firm` is for numbers and dates, which must not wrap; a long head may with `looseHead`. A column
 * that only explains is `wideOnly`: a tablet or a narrow window has no room for it. One with controls is `screenOnly`.
 */
type Column =
  | string
  | {
      label: string;
      /** What stands in the head instead of the label, which a phone still shows at each row. */
      head?: ReactNode;
      numeric?: boolean;
      firm?: boolean;
      looseHead?: boolean;
      wideOnly?: boolean;
      screenOnly?: boolean;
      sort?: ColumnSort;
    };

/** Columns of a table by name, from left to right. */
export type Columns<K extends string> = Readonly<Record<K, Column>>;

const table =
  "w-full border-collapse border border-rule bg-sheet text-base max-sm:block max-sm:border-0 max-sm:bg-transparent print:text-[9pt]";
// What is wider than its place, as with a long address in a narrow window, moves in it and not the whole page.
const place = "mb-4 min-w-0 sm:overflow-x-auto print:overflow-visible";
const row =
  "print:break-inside-avoid max-sm:mb-3 max-sm:block max-sm:border max-sm:border-rule max-sm:bg-sheet max-sm:py-2";
// Not "anywhere", which would let a long neighbour squeeze a column to single letters.
const anyCell =
  "px-3 py-[0.6rem] wrap-break-word print:px-[1.5mm] print:py-[1mm] print:text-[length:inherit]";
const head = `${anyCell} border-b-2 border-ink align-bottom text-sm text-ink-soft`;
const cell = [
  `${anyCell} border-b border-rule align-top print:[&_a]:text-black print:[&_a]:no-underline print:[&_span]:text-[length:inherit]`,
  // On a phone labels are left and values right, which takes half the height of stacked ones.
  "max-sm:flow-root max-sm:border-0 max-sm:py-1 max-sm:pr-4 max-sm:pl-[calc(1.75rem+var(--label))] max-sm:text-left",
  "max-sm:whitespace-normal max-sm:[--label:min(7.5rem,32vw)] max-sm:before:float-left max-sm:before:w-(--label)",
  "max-sm:before:-ml-[calc(0.75rem+var(--label))] max-sm:before:text-xs max-sm:before:leading-6",
  "max-sm:before:text-ink-soft max-sm:before:content-[attr(data-label)]",
  // With enlarged text they are stacked.
  "max-sm:@max-[18rem]:px-3 max-sm:@max-[18rem]:before:float-none max-sm:@max-[18rem]:before:ml-0",
  "max-sm:@max-[18rem]:before:block max-sm:@max-[18rem]:before:w-auto",
].join(" ");

const kindOf = ({ numeric, firm, wideOnly, screenOnly }: Exclude<Column, string>) => {
  const kind = numeric
    ? "text-right whitespace-nowrap tabular-nums lining-nums"
    : firm
      ? "text-left sm:whitespace-nowrap"
      : "text-left";
  if (screenOnly) return `${kind} print:hidden`;
  return wideOnly ? `${kind} sm:max-xl:hidden print:table-cell` : kind;
};

// On a phone CSS turns the rows into cards, which removes the table's semantics unless roles are set.
const role = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  head: { role: "columnheader" },
  cell: { role: "cell" },
} as const;

/** A table that shows each row as a card on a narrow screen. `empty` is shown when there are no rows. */
export function DataTable<K extends string>({
  caption,
  columns,
  rows,
  empty,
}: {
  caption: string;
  columns: Columns<K>;
  rows: Readonly<Record<NoInfer<K>, ReactNode>>[];
  empty: ReactNode;
}) {
  if (rows.length === 0) return typeof empty === "string" ? <p className={emptyClass}>{empty}</p> : empty;
  const names = Object.keys(columns) as K[];
  const shown = names.map((key) => {
    const column: Column = columns[key];
    return { key, ...(typeof column === "string" ? { label: column } : column) };
  });
  return (
    <div className={place}>
      <table className={table} {...role.table}>
        <caption className="pb-2 text-left font-bold max-sm:block">{caption}</caption>
        <thead className="max-sm:sr-only" {...role.group}>
          <tr {...role.row}>
            {shown.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={`${head} ${column.looseHead ? "text-right" : kindOf(column)}`}
                aria-sort={column.sort?.now}
                {...role.head}
              >
                {column.sort ? (
                  <SortLink label={column.label} {...column.sort} />
                ) : (
                  (column.head ?? column.label)
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block" {...role.group}>
          {rows.map((values, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows come finished from the server and are not moved
            <tr key={at} className={row} {...role.row}>
              {shown.map((column) => (
                <td
                  key={column.key}
                  data-label={column.label}
                  className={`${cell} ${kindOf(column)}`}
                  {...role.cell}
                >
                  {values[column.key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** On a phone the heads are not seen, and what is not seen takes no focus: the list has its choice of sorts there. */
function SortLink({ label, href, now }: { label: string } & ColumnSort) {
  return (
    <>
      <span className="sm:hidden">{label}</span>
      <a
        className="-my-2 inline-flex min-h-11 items-center gap-1 aria-[current]:font-bold aria-[current]:text-ink max-sm:hidden pointer-fine:min-h-9"
        href={href}
        aria-current={now ? "true" : undefined}
      >
        {label}
        {now ? <span aria-hidden="true">{now === "ascending" ? "▲" : "▼"}</span> : null}
      </a>
    </>
  );
}

import type { ReactNode } from "react";

/** `firm` is a number or a day that no line breaks. */
export type Column = { key: string; label: string; numeric?: boolean; firm?: boolean };

const classOf = ({ numeric, firm }: Column) =>
  numeric ? "number" : firm ? "sm:whitespace-nowrap" : undefined;

// On a phone the rows are laid out as cards, and browsers then forget that it is a table unless told.
const role = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  head: { role: "columnheader" },
  cell: { role: "cell" },
} as const;

/** A table that becomes one card a row on a narrow screen. `empty` stands instead of no rows. */
export function DataTable({
  caption,
  columns,
  rows,
  empty,
}: {
  caption: string;
  columns: Column[];
  rows: Record<string, ReactNode>[];
  empty: ReactNode;
}) {
  if (rows.length === 0) return typeof empty === "string" ? <p className="empty">{empty}</p> : empty;
  return (
    <table className="data-table" {...role.table}>
      <caption>{caption}</caption>
      <thead {...role.group}>
        <tr {...role.row}>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={classOf(column)} {...role.head}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...role.group}>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows come finished from the server and are not moved
          <tr key={at} {...role.row}>
            {columns.map((column) => (
              <td key={column.key} data-label={column.label} className={classOf(column)} {...role.cell}>
                {row[column.key]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

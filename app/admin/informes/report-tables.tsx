import type { ReactNode } from "react";
import { type Columns, DataTable } from "@/components/ui/table";
import { type Figure, figures, hasFigures, type Line, type ProviderLine } from "@/domain/month/lines";
import type { MonthReport } from "@/domain/month/read-report";
import { nameOfProvider, requestFigures } from "@/domain/month/report-rows";
import { monthName } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";
import { formatNit } from "@/model/identity/format";

/** What a cell says of the month, and below it what it was in the month before. */
function Beside({ now, before }: { now: ReactNode; before: ReactNode }) {
  return (
    // A count may stand above its sum where five columns are narrow.
    <span className="whitespace-normal">
      {now}
      <span className="block text-sm text-ink-soft">{before}</span>
    </span>
  );
}

/** Rows that a table shows before the rest is asked for, and the rows from which on it asks. */
const [FIRST, FOLDED_FROM] = [4, 7];

/** A table whose first rows and total are read at once; a long rest opens below, and is whole on paper. */
async function FoldedTable<K extends string>({
  caption,
  columns,
  rows,
  total,
}: {
  caption: string;
  columns: Columns<K>;
  rows: Readonly<Record<NoInfer<K>, ReactNode>>[];
  total: Readonly<Record<NoInfer<K>, ReactNode>>;
}) {
  const t = (await currentMessages()).monthReport;
  const isFolded = rows.length >= FOLDED_FROM;
  const [first, rest] = isFolded ? [rows.slice(0, FIRST), rows.slice(FIRST)] : [rows, []];
  return (
    <div className="print:[&_tr]:break-inside-avoid print:[&_caption]:break-after-avoid print:[&_thead]:break-after-avoid print:[&_tbody>tr:nth-last-child(2)]:break-after-avoid">
      <DataTable caption={caption} empty={null} columns={columns} rows={[...first, total]} />
      {isFolded ? (
        <details className="print:details-content:[content-visibility:visible]">
          <summary>{t.others(formatCount(rest.length), rest.length)}</summary>
          <DataTable caption={caption} empty={null} columns={columns} rows={rest} />
        </details>
      ) : null}
    </div>
  );
}

/** The month before as a word of a cell: its first three letters. */
async function shortNames(report: MonthReport) {
  const language = await currentLanguage();
  return { before: monthName(report.before, language).slice(0, 3) };
}

const measured = ({ count, amount }: { count: number; amount: number }, none: string) =>
  count === 0 && amount === 0 ? none : `${formatCount(count)} · ${formatPesos(amount)}`;
const paidOut = (amount: number, none: string) => (amount === 0 ? none : formatPesos(amount));

/** A table of kinds or of offices, and the sum of all. */
export async function PlacesTable({
  report,
  lines,
  caption,
  name,
  unnamed,
}: {
  report: MonthReport;
  lines: readonly Line[];
  caption: string;
  /** Label of the first column, and of a line without a name. */
  name: string;
  unnamed: string;
}) {
  const [{ monthReport: t }, { before: month }] = await Promise.all([currentMessages(), shortNames(report)]);
  const cellsOf = (line: Line) =>
    Object.fromEntries(
      figures.map((figure) => [
        figure,
        <Beside
          key={figure}
          now={measured(line.now[figure], t.none)}
          before={`${month} ${measured(line.before[figure], t.none)}`}
        />,
      ]),
    ) as Record<Figure, ReactNode>;
  return (
    <FoldedTable
      caption={caption}
      columns={{
        name,
        issued: { label: t.figures.issued, numeric: true },
        used: { label: t.figures.used, numeric: true },
        expired: { label: t.figures.expired, numeric: true },
        voided: { label: t.figures.voided, numeric: true },
        held: { label: t.figures.held, numeric: true },
      }}
      rows={lines.filter(hasFigures).map((line) => ({ name: line.name || unnamed, ...cellsOf(line) }))}
      total={{ name: <b>{t.total}</b>, ...cellsOf(report.lines.total) }}
    />
  );
}

/** A page of the providers, and the sum of all of them. */
export async function ProvidersTable({
  report,
  shown,
}: {
  report: MonthReport;
  shown: readonly ProviderLine[];
}) {
  const [{ monthReport: t }, { before: month }] = await Promise.all([currentMessages(), shortNames(report)]);
  const total = (of: "paid" | "unpaid") => ({
    now: report.providers.reduce((sum, line) => sum + line[of].now, 0),
    before: report.providers.reduce((sum, line) => sum + line[of].before, 0),
  });
  const paidCell = ({ now, before }: { now: number; before: number }) => (
    <Beside now={paidOut(now, t.none)} before={`${month} ${paidOut(before, t.none)}`} />
  );
  const usedCell = ({ now, before }: Line) => (
    <Beside now={measured(now.used, t.none)} before={`${month} ${measured(before.used, t.none)}`} />
  );
  const boundCell = ({ now, before }: Line) =>
    figures
      .filter((figure) => figure !== "used" && now[figure].count + before[figure].count !== 0)
      .map((figure) => (
        <span key={figure} className="block text-sm">
          {t.figures[figure]}: {measured(now[figure], t.none)}{" "}
          <span className="whitespace-nowrap text-ink-soft">
            ({month} {measured(before[figure], t.none)})
          </span>
        </span>
      ));
  return (
    <FoldedTable
      caption={t.byProvider}
      columns={{
        provider: t.provider,
        used: { label: t.figures.used, numeric: true },
        paid: { label: t.paid, numeric: true },
        unpaid: { label: t.unpaid, numeric: true },
        bound: t.bound,
      }}
      rows={shown.map((line) => ({
        provider: (
          <>
            {nameOfProvider(line, t)}{" "}
            {line.nit && line.checkDigit !== null ? (
              <span className="text-hint whitespace-nowrap text-ink-soft tabular-nums lining-nums">
                {formatNit(line.nit, line.checkDigit)}
              </span>
            ) : null}
          </>
        ),
        used: usedCell(line),
        paid: paidCell(line.paid),
        unpaid: paidCell(line.unpaid),
        bound: boundCell(line),
      }))}
      total={{
        provider: <b>{t.total}</b>,
        used: usedCell(report.lines.total),
        paid: paidCell(total("paid")),
        unpaid: paidCell(total("unpaid")),
        bound: boundCell(report.lines.total),
      }}
    />
  );
}

/** The requests or renewals of the month and how long they took, beside those of the month before. */
export async function RequestsTable({
  report,
  of,
  caption,
}: {
  report: MonthReport;
  of: "requests" | "renewals";
  caption: string;
}) {
  const [{ monthReport: t }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const shown = (count: number | null) => (count === null ? t.none : formatCount(count));
  return (
    <DataTable
      caption={caption}
      empty={null}
      columns={{
        what: t.what,
        now: { label: monthName(report.month, language), numeric: true },
        before: { label: monthName(report.before, language), numeric: true },
      }}
      rows={requestFigures.map((figure) => ({
        what: t.requests[figure],
        now: <b>{shown(report[of].now[figure])}</b>,
        before: shown(report[of].before[figure]),
      }))}
    />
  );
}

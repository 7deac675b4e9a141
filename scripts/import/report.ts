import type { Fault } from "@/domain/order/import/cells";
import { readableFact } from "@/domain/order/import/fact";
import type { ImportReport, ListedChange } from "@/domain/order/import/report";
import { dateTime } from "@/lib/format/date";
import { formatCount } from "@/lib/format/money";
import { esCO } from "@/messages/es-CO";

const words = esCO.imports;

/** The report as the operator reads it: counts, then line by line what needs a hand. */
export function reportText(title: string, report: ImportReport): string {
  const counts: [string, number][] = [
    [words.lines, report.lines],
    [words.inserted, report.inserted],
    [words.changed, report.changed],
    [words.repeated, report.repeated],
    [words.held, report.held],
    [words.refused, report.refusedLines],
  ];
  return [
    title,
    ...counts.map(([label, count]) => `  ${label.padEnd(26)}${formatCount(count).padStart(9)}`),
    ...(report.readBefore ? [words.readBefore(dateTime(report.readBefore))] : []),
    ...(report.dryRun ? [words.dryRun] : []),
    ...(report.nothingDone ? [words.nothingDone] : []),
    ...section(words.faultsTitle, report.faults.map(faultText)),
    ...section(words.changesTitle, report.changes.map(changeText)),
    ...section(
      words.warningsTitle,
      report.warnings.map(({ line, fact }) => `${words.line(String(line))}: ${words.agreementEnded(fact)}`),
    ),
    "",
  ].join("\n");
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
}

function faultText({ line, column, said, code, fact = "" }: Fault): string {
  const where = column ? `, ${column}: «${printable(said)}»` : "";
  return `${words.line(String(line))}${where}. ${words.faults[code](readableFact(code, fact))}`;
}

/** What a file says must not drive the terminal. */
function printable(said: string): string {
  const plain = said.replace(/[\p{Cc}\p{Cf}]/gu, "?");
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain;
}

function changeText({ line, kindCode, number, applied, held, kept }: ListedChange): string {
  const parts = [
    ...(applied.length > 0 ? [words.applied(applied.join(", "))] : []),
    ...(held.length > 0 ? [kept ? words.stays[kept](held.join(", ")) : words.heldBack(held.join(", "))] : []),
  ];
  return `${words.line(String(line))}, ${[kindCode, number].join(" ").trim()}: ${parts.join("; ")}`;
}

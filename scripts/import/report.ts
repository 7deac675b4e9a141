import type { Fault } from "@/domain/import/cells";
import { readableCell, readableFact } from "@/domain/import/fact";
import type { ImportFindings, ListedChange, Move } from "@/domain/import/findings";
import type { UnderstoodRow } from "@/domain/import/sample";
import { dateTime, longDate } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { esCO } from "@/messages/es-CO";
import { noteLines } from "@/messages/import-notes";
import { formatIdNumber } from "@/model/identity/format";
import type { Warning } from "@/model/import";

const words = esCO.imports;

/** The import report for the operator: counts, then each line that needs a correction. */
export function reportText(title: string, findings: ImportFindings): string {
  const counts: [string, number][] = [
    [words.lines, findings.lines],
    [words.inserted, findings.inserted],
    [words.changed, findings.changed],
    [words.repeated, findings.repeated],
    [words.held, findings.held],
    [words.refused, findings.refusedLines],
  ];
  const { assumed, warnings } = noteLines(findings.notes, words.notes);
  return [
    title,
    ...counts.map(([label, count]) => `  ${label.padEnd(26)}${formatCount(count).padStart(9)}`),
    ...(findings.readBefore ? [words.readBefore(dateTime(findings.readBefore, "es-CO"))] : []),
    ...(findings.dryRun ? [words.dryRun] : []),
    ...(findings.nothingDone ? [words.nothingDone] : []),
    ...(findings.noOrders || isIdleRehearsal(findings) ? [words.noOrders] : []),
    ...section(words.notes.title, [...assumed, ...warnings.map((text) => `${words.warning}: ${text}`)]),
    ...section(words.notes.sample, findings.sample.map(rowText)),
    ...section(words.faultsTitle, findings.faults.map(faultText)),
    ...section(words.changesTitle, findings.changes.map(changeText)),
    ...section(words.movesTitle, findings.moves.map(moveText)),
    ...section(words.warningsTitle, findings.warnings.map(warningText)),
    "",
  ].join("\n");
}

/** A dry run of a file without a good line: the run itself would count as no load. */
function isIdleRehearsal({ dryRun, lines, refusedLines }: ImportFindings): boolean {
  return dryRun && lines === refusedLines;
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
}

function faultText({ line, column, cell, code, fact = "" }: Fault): string {
  const where = column ? `, ${column}: «${readableCell(cell)}»` : "";
  return `${words.line(String(line))}${where}. ${words.faults[code](readableFact(code, fact))}`;
}

function rowText(row: UnderstoodRow): string {
  const { line, number, name, idKind, idNumber, value, issuedOn, validUntil, providerNit } = row;
  const provider = providerNit === null ? words.notes.anyProvider : `NIT ${formatIdNumber(providerNit)}`;
  const id = `${idKind} ${formatIdNumber(idNumber)}`;
  const days =
    issuedOn && validUntil
      ? [words.notes.days(longDate(issuedOn, "es-CO"), longDate(validUntil, "es-CO"))]
      : [];
  return `${words.line(String(line))}: ${[number, name, id, formatPesos(value), ...days, provider].join(" · ")}`;
}

function warningText({ line, code, fact }: Warning): string {
  return `${words.line(String(line))}: ${words.warnings[code](readableFact(code, fact))}`;
}

function moveText({ line, number, from, to, known, applied, orders, amount, uses, numbers }: Move): string {
  const listed = numbers.join(", ") + (orders > numbers.length ? "…" : "");
  const what = [
    ...(from === null ? [] : [words.move(number, from, to)]),
    ...(known ? [words.taken(number, to, known.name, known.number)] : []),
    applied ? words.moveApplied : words.moveHeld,
    from === null ? words.shared(orders, listed) : words.bound(orders, listed),
    ...(orders + uses > 0 ? [words.boundSum(formatPesos(amount), uses)] : []),
  ];
  return `${words.line(String(line))}: ${what.join("; ")}`;
}

function changeText({ line, kindCode, number, applied, held, kept }: ListedChange): string {
  const parts = [
    ...(applied.length > 0 ? [words.applied(applied.join(", "))] : []),
    ...(held.length > 0 ? [kept ? words.stays[kept](held.join(", ")) : words.heldBack(held.join(", "))] : []),
  ];
  return `${words.line(String(line))}, ${[kindCode, number].join(" ").trim()}: ${parts.join("; ")}`;
}

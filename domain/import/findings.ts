import { newNotes, type TableNotes } from "@/lib/table/notes";
import type { KeptBecause, Warning } from "@/model/import";
import type { Fault } from "./cells";
import type { UnderstoodRow } from "./sample";

/** A known order that came back different. Columns only: what they say is personal. */
export type ListedChange = {
  line: number;
  kindCode: string;
  number: string;
  applied: string[];
  held: string[];
  kept: KeptBecause | null;
};

/**
 * A convenio of the file that takes another NIT, or a new one whose NIT is known by another name, and what hangs on the
 * NIT that the orders in force are bound to.
 */
export type Move = {
  line: number;
  number: string;
  /** The NIT that the convenio has; null of a new one. */
  from: string | null;
  to: string;
  nameTo: string;
  /** The convenio and the name by which the file's NIT was known, if it was known by another name. */
  known: { number: string; name: string } | null;
  applied: boolean;
  orders: number;
  /** What is left on these orders, in pesos. */
  amount: number;
  /** Uses of orders of that NIT, without those that were undone. */
  uses: number;
  /** The numbers of the first of these orders. */
  numbers: string[];
};

export type ImportCounts = {
  /** Rows of the file, without its header and blank lines. */
  lines: number;
  inserted: number;
  changed: number;
  /** Lines that say what is known, or what an earlier line said. */
  repeated: number;
  /** Known orders that came back different and stay as they are. */
  held: number;
  refusedLines: number;
};

export type ImportFindings = ImportCounts & {
  fileName: string;
  dryRun: boolean;
  /** Whether nothing was written, because of the file or of errors with all-or-nothing. */
  nothingDone: boolean;
  /** Whether every line had an error; such a run does not count as an import. */
  noOrders: boolean;
  /** When this very file was read to its end before. */
  readBefore: Date | null;
  faults: Fault[];
  changes: ListedChange[];
  warnings: Warning[];
  moves: Move[];
  notes: TableNotes;
  /** The first rows as the reader understood them, for a person to compare with the file. */
  sample: UnderstoodRow[];
};

export function noFindings(fileName: string, dryRun: boolean, readBefore: Date | null): ImportFindings {
  return {
    fileName,
    dryRun,
    nothingDone: false,
    noOrders: false,
    readBefore,
    lines: 0,
    inserted: 0,
    changed: 0,
    repeated: 0,
    held: 0,
    refusedLines: 0,
    faults: [],
    changes: [],
    warnings: [],
    moves: [],
    notes: newNotes(),
    sample: [],
  };
}

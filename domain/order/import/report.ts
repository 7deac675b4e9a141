import type { Fault } from "./cells";
import type { KeptBecause } from "./plan";

/** A known order that came back different. Columns only: what they say is personal. */
export type ListedChange = {
  line: number;
  kindCode: string;
  number: string;
  applied: string[];
  held: string[];
  kept: KeptBecause | null;
};

export type Warning = { line: number; code: "agreement_ended"; fact: string };

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

export type ImportReport = ImportCounts & {
  fileName: string;
  dryRun: boolean;
  /** The file, or a plan of all or nothing with faults, left everything as it was. */
  nothingDone: boolean;
  /** When this very file was read to its end before. */
  readBefore: Date | null;
  faults: Fault[];
  changes: ListedChange[];
  warnings: Warning[];
};

export function emptyReport(fileName: string, dryRun: boolean, readBefore: Date | null): ImportReport {
  return {
    fileName,
    dryRun,
    nothingDone: false,
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
  };
}

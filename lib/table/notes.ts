import type { Encoding } from "./encoding";

/**
 * What was assumed while a table was read, and what a person would not see in it. Written down as the rows come,
 * whole when they are at their end.
 */
export type TableNotes = {
  /** The encoding of the text; null for a workbook. */
  encoding: Encoding | null;
  /** The delimiter between the cells of a text file. */
  delimiter: string | null;
  /** Lines above the header that were passed over. */
  above: number;
  /** Rows put together of more than one line, because of line breaks inside quotes. */
  joined: number;
  /** The sheet that was read. */
  sheet: string | null;
  /** Sheets to be seen that have the same columns and were not read. */
  alike: string[];
  hiddenSheets: number;
  hiddenRows: number;
  /** The first rows that are hidden. */
  hiddenLines: number[];
  /** Columns of days, where some cells are days and others texts. */
  mixedDays: string[];
  /**
   * A day that could have its month first, where no other day of the file tells which comes first: it was read with
   * the day first. Runs of before do not say it.
   */
  unsureDay?: { said: string; day: string };
  /**
   * The last line of a text file that has no end, and the column that may have lost something on the way unseen: the one
   * in which it stops, where a part of its cell would be read as another one, or an optional last one that it does not
   * reach. Runs of before do not say it.
   */
  unended?: { line: number; column: string };
};

export function newNotes(): TableNotes {
  return {
    encoding: null,
    delimiter: null,
    above: 0,
    joined: 0,
    sheet: null,
    alike: [],
    hiddenSheets: 0,
    hiddenRows: 0,
    hiddenLines: [],
    mixedDays: [],
  };
}

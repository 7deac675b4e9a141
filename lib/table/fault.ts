/** A file that is no table at all, whatever its rows say. */
export class TableFault extends Error {
  constructor(
    readonly code:
      | "missing"
      | "unreadable"
      | "empty"
      | "old_workbook"
      | "broken_workbook"
      | "not_text"
      | "too_large"
      | "too_many_lines"
      | "columns",
    /** What the words need besides: columns that are missing or stand twice, a limit. */
    readonly names: readonly string[] = [],
  ) {
    super(code);
    this.name = "TableFault";
  }
}

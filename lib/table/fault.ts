/** A file that is no table at all, whatever its rows say. */
export class TableFault extends Error {
  constructor(
    readonly code:
      | "missing"
      | "unreadable"
      | "changing"
      | "empty"
      | "no_rows"
      | "old_workbook"
      | "broken_workbook"
      | "other_program"
      | "no_sheet"
      | "hidden_sheet"
      | "not_text"
      | "mixed_encodings"
      | "markup"
      | "too_large"
      | "too_many_lines"
      | "long_line"
      | "no_header"
      | "separator"
      | "too_wide"
      | "columns",
    /** What the words need besides: columns that are missing or stand twice, a limit, what the first line says. */
    readonly names: readonly string[] = [],
  ) {
    super(code);
    this.name = "TableFault";
  }
}

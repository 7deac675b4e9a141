import { longDate } from "@/lib/format/date";
import { formatCount } from "@/lib/format/money";
import type { Section } from "@/messages/es-CO";

const many = (n: number, one: string, more: string) => `${formatCount(n)} ${n === 1 ? one : more}`;

function oddCell(found: string): string {
  const known: Readonly<Record<string, string>> = {
    result:
      "It is a formula that gave nothing, or the file does not carry its result. Open the workbook in Excel and save it again; if it stays so, write the value or delete the formula.",
    formula: "It is a formula and not the value. Write the value, or copy the column and paste it as values.",
    merged: "The cell is merged with another one. Part them and write the value in each row.",
    day: "The spreadsheet put a date where none belongs. Make the column text and write the value.",
    rounded:
      "The number is longer than a spreadsheet keeps, and was rounded. Make the column text and write it whole.",
    apostrophe: "It begins with an apostrophe. Take it out.",
  };
  if (known[found]) return known[found];
  if (/^#{3,}$/.test(found))
    return "It says ###: the column was too narrow when it was exported and the value is lost. Widen it and export again.";
  if (found)
    return `It says ${found}: a formula of the spreadsheet failed. Correct the formula or write the value.`;
  return "The cell holds an error, or a format that does not belong there. Write it as text.";
}

function dayOrderWhy(why: string): string {
  const [, turned] = /^turned (\d+)$/.exec(why) ?? [];
  if (turned)
    return `some cells are dates and others, like that of line ${turned}, are text: so it is left when an Excel of another country opens the file and swaps day and month`;
  return why
    ? `line ${why} of this file seems to have the month first`
    : "AM is written by English programs, which put the month first";
}

export const imports: Section<"imports"> = {
  notes: {
    title: "How the file was read",
    encodings: {
      "utf-8": "UTF-8",
      "utf-16le": "UTF-16",
      "utf-16be": "UTF-16",
      "windows-1252": "Windows-1252 (assumed)",
      cp850: "DOS, CP850 (assumed)",
      macintosh: "old Mac (assumed)",
    },
    encoding: (name) => `Letters: ${name}`,
    delimiters: { ";": "semicolon", ",": "comma", "\t": "tab", "|": "bar" },
    delimiter: (name) => `Separator: ${name}`,
    sheet: (name) => `Sheet: “${name}”`,
    above: (n) => `${many(n, "line", "lines")} before the header passed over`,
    joined: (n) => `${many(n, "row has", "rows have")} line breaks inside quotes`,
    assumed: "The file is not in UTF-8. Check the accents in the first rows.",
    alike: (names) =>
      `Other sheets have the same columns and were not read: ${names}. Load them apart if they belong.`,
    hiddenSheets: (n) =>
      `The workbook has ${many(n, "hidden sheet that is not read", "hidden sheets that are not read")}.`,
    hiddenRows: (n, lines) =>
      `${many(n, "hidden row is read", "hidden rows are read")} like the others (lines ${lines}). Delete them if they do not belong.`,
    mixedDays: (columns) =>
      `In ${columns} some cells are dates and others are text: an Excel of another country may have swapped day and month. Check those dates.`,
    unsureDay: ({ said, day }) =>
      `No date shows whether the day comes before the month. The day was read first: “${said}” is ${longDate(day, "en")}. If that is wrong, export the dates as year-month-day.`,
    unended: ({ line, column }) =>
      `Line ${line} does not end as the others do: if the file was cut on its way, ${column} may lack a part. Compare that line, or export again.`,
    sample: "The first rows, as they were understood",
    days: (from, until) => `from ${from} to ${until}`,
    anyProvider: "Any shop with a convenio",
  },
  warnings: {
    agreement_ended: (nit) => `the convenio of NIT ${nit} has ended; the order goes in all the same`,
    issued_long_ago: (day) => `the order is of ${day}, years ago; check the date`,
    valid_for_years: (years) => `the order is valid for ${years} years; check the dates`,
    email_unread: () =>
      "the convenio's e-mail could not be read: it keeps the one it had, or none; correct it in the file",
  },
  faults: {
    cells: (fact) =>
      `The row has ${fact.split("/")[0]} of ${fact.split("/")[1]} columns, or an open quote. Complete the row or take the quote out.`,
    empty: () => "It is empty. Write the value.",
    too_long: (fact) => `It is too long. Write at most ${fact} characters.`,
    control_characters: () => "It has invisible characters. Write the text again.",
    odd_cell: oddCell,
    no_data_word: (word) =>
      `${word ? `“${word}” is` : "It is"} the word by which a system says that it knows nothing. Write the value or empty the cell.`,
    not_a_name: () => "It has no letters. Write the affiliate's name.",
    odd_letters: () =>
      "It has signs that no name has: the file was saved with other letters. Save it as “CSV UTF-8”.",
    twice_encoded: () =>
      "The accents are damaged (Ã…): the file was converted twice. Export it again as “CSV UTF-8”.",
    mixed_letters: () =>
      "This line is saved with other letters than the rest of the file. Export the whole file at once as “CSV UTF-8”.",
    paper_letters: (fact) => `The paper cannot show these letters: ${fact}. Write them in Latin letters.`,
    negative: () => "It has a minus sign. Write the number only.",
    decimals: () =>
      "It has decimals: a program took it for a quantity. Write it as text, without point or comma.",
    thousands: () => "It has thousands points. Write it as text, without points.",
    zero_number: () =>
      "It is only zeros: the system that exported it did not have the number. Type the number that is on the paper.",
    scientific: () =>
      "It is in scientific notation, so digits are lost. Make the column text and write it again.",
    looks_like_day: () =>
      "It looks like a date that a spreadsheet made. Make the column text and write the number.",
    letter_o: () => "It has the letter O among the digits. Write a zero.",
    kind_closed: (fact) =>
      `That kind of document is not used for new orders any more. Use one of these or open it in the settings: ${fact}.`,
    unknown_kind: (fact) => `There is no such kind of document. Use one of these: ${fact}.`,
    number_shape: () =>
      "It is not an order number. Use up to 20 letters without accents and digits, no hyphens or points.",
    kind_digits: (length) =>
      `Numbers of that kind of order are digits only, and their length is ${length}. Write it as on the order, with the zeros in front, or change the shape in the settings.`,
    kind_length: (length) =>
      `The length of the numbers of that kind of order is ${length}. Write it as on the order, with the zeros in front, or change the shape in the settings.`,
    kind_code: (code) =>
      `It has the code of the kind of order (${code}) before it. Write the number without it.`,
    own_series: (first) =>
      `It begins as the orders that are issued here, which are written as ${first}. Write the whole number or, if it is of another system, change the letters of the numbers in the settings.`,
    other_zeros: (other) =>
      `Another order has the number ${other}, the same but for the zeros behind its letters. Write it as on the order, or delete the line that is too much.`,
    no_order: () =>
      "It has no number, ID or name: it looks like a total, a header or a note. Delete the line.",
    example_row: () =>
      "It is the example row of the template. Delete it, or write real data in it; the other lines are read all the same.",
    other_data: (fact) =>
      `Line ${fact} of this file has the same number with other data. Leave only the right line.`,
    not_written: () =>
      "The order did not take what this line says, although it was tried several times, and stays as it was. Load the file again; if it happens again, tell whoever administers the portal.",
    unknown_id_kind: () => "There is no such kind of ID. Use CC, CE, TI, RC, PA, PPT, PEP, CD, SC or NIT.",
    id_shape: (fact) => `It is not a number of ${fact}. Check the number or the kind of ID.`,
    no_such_day: (order) =>
      order
        ? "That date has the month first. Write day/month/year, for example 31/01/2027."
        : "There is no such date. Write day/month/year, for example 31/01/2027.",
    day_shape: () =>
      "It is not a date that can be read. Write day/month/year, with the four digits of the year and without a time: 31/01/2027.",
    day_order: (why) =>
      `It is not clear which is the day and which the month: ${dayOrderWhy(why)}. Export the dates as year-month-day, for example 2027-01-31.`,
    day_too_early: (fact) => `That date is too old: it must be from ${fact} on.`,
    day_too_late: (fact) => `That date is too far away: it must be up to ${fact}.`,
    before_start: (fact) => `It is before the first date (${fact}). Correct one of the two dates.`,
    day_to_come: (fact) => `That date has not come: today is ${fact}. Correct it or leave the cell empty.`,
    day_without_use: () =>
      "A date of use goes with the state UTILIZADA only. Correct the state or leave the cell empty.",
    value_letter: () => "It has a letter among the digits. Write digits only, for example 135000.",
    value_not_positive: () => "It is not above zero. Write the value of the order.",
    value_not_whole: () => "It has cents. Write whole pesos, for example 135000.",
    value_shape: () => "The value is not clear. Write 135000, 135.000 or $135.000.",
    value_too_large: (fact) =>
      `It is above the largest of this kind of order (${fact}). Check the value or change the limit.`,
    nit_shape: () => "It is not a NIT. Write 6 to 10 digits, without the check digit.",
    check_digit: () => "The check digit does not belong to the NIT. See it in the RUT.",
    no_agreement: () =>
      "No convenio has that NIT. Load the convenios first or correct the NIT: without its check digit, or with it behind a hyphen.",
    unknown_state: () => "There is no such state. Use VIGENTE, ANULADA or UTILIZADA.",
    unknown_municipality: () =>
      "There is no such municipality. Use the DIVIPOLA code of 5 digits, for example 08001.",
    email_shape: () => "It is not an e-mail address. Correct it or leave the cell empty.",
    phone_shape: () => "It is not a phone of 10 digits. Correct it or leave the cell empty.",
  },
  tableFaults: {
    missing: () => "The file does not exist.",
    unreadable: () => "The file could not be read. Check its permissions.",
    changing: () => "The file changed while it was read. Wait until it is whole and load it again.",
    empty: () => "The file is empty.",
    no_rows: () => "The file has no good line. It does not count as a load: check how it was exported.",
    old_workbook: () =>
      "It is an old Excel workbook (.xls) or it has a password. Save it as .xlsx without one, or as CSV.",
    broken_workbook: () =>
      "The Excel workbook is damaged or not understood. Open it, save it again and load it.",
    other_program: () => "It is packed, or of another program (.ods, .xlsb, .zip). Save it as .xlsx or CSV.",
    no_sheet: () => "The workbook shows no sheet with data. Hidden sheets are not read: show it and save.",
    hidden_sheet: (sheets) =>
      `No sheet to be seen has the columns. ${sheets} has them and was not read, because it is hidden. Show it and save, or move the data to a sheet to be seen.`,
    markup: () =>
      "It is a web page, although it is called .xls or .csv. Open it in Excel and save it as .xlsx or CSV.",
    long_line: (line) => `Line ${line} is too long to be a row. Check how the file was exported.`,
    not_text: () => "It is neither a CSV file nor an Excel workbook (.xlsx).",
    mixed_encodings: () =>
      "A part of the file is in UTF-16 and the other is not: a program, such as PowerShell, added lines to it. Export it whole, at once, as “CSV UTF-8”.",
    too_large: () => "The file is too large. Split it into files of less than 40 MB.",
    too_many_lines: (most) => `The file has more than ${formatCount(Number(most))} lines. Split it.`,
    no_header: (said) =>
      `The first line does not name the columns${said ? `: it says “${said}”` : ""}. Put their names there, as in the template.`,
    separator: () =>
      "The names of the columns are there, but not separated by semicolons, commas, tabs or bars. Save it as “CSV UTF-8”.",
    too_wide: (most) =>
      `A sheet has data behind column ${most}. Delete what is too much on the right and save the workbook.`,
    columns: (names) => `These columns are missing or stand twice in the header: ${names}.`,
  },
  ordersTitle: (file) => `Orders of ${file}`,
  agreementsTitle: (file) => `Convenios of ${file}`,
  dryRun: "Dry run: nothing was saved. Without --dry-run the result is the same.",
  nothingDone: "Nothing was saved: some lines do not go in and --all-or-nothing was asked for.",
  noOrders: "The file has no good line. It does not count as a load: check how it was exported.",
  cancelled: "The import was cancelled on the screen. What was in stays.",
  stopped: "It was interrupted. What was in stays; load the same file again.",
  movesTitle: "Convenios that change company",
  move: (number, from, to) => `${number} goes from NIT ${from} to NIT ${to}`,
  taken: (number, nit, name, known) => `the NIT ${nit} of ${number} is already ${name}'s (convenio ${known})`,
  moveApplied: "applied",
  moveHeld: "nothing of that line was applied (use --apply-nit-changes if it is right)",
  bound: (orders, numbers) =>
    orders === 0
      ? "no valid order hangs on the NIT before"
      : `${many(orders, "valid order stays", "valid orders stay")} with the NIT before: ${numbers}`,
  shared: (orders, numbers) =>
    orders === 0
      ? "no valid order hangs on that NIT"
      : `${many(orders, "valid order is", "valid orders are")} of that NIT: ${numbers}`,
  boundSum: (amount, uses) => `${amount} left to use, and ${many(uses, "use", "uses")}`,
  readBefore: (when) => `This same file was loaded before: ${when}`,
  lines: "Lines read",
  inserted: "New",
  changed: "Changed",
  repeated: "Repeated, no change",
  held: "Different, not applied",
  refused: "Refused",
  faultsTitle: "Refused lines",
  line: (line) => `Line ${line}`,
  changesTitle: "Known records that came back different",
  applied: (columns) => `applied ${columns}`,
  heldBack: (columns) => `not applied ${columns} (use --apply-changes)`,
  stays: {
    used: (columns) =>
      `used, whole or in part, does not change; what is left is annulled on the platform (${columns})`,
    largest_value: (columns) =>
      `its value is over the limit of its kind of order; does not change (${columns})`,
    since_preview: (columns) => `it changed here after the preview: load the file again (${columns})`,
    blocked: (columns) => `under review, does not change: end the review and load it again (${columns})`,
    replaced: (columns) => `replaced, does not change (${columns})`,
    issued_here: (columns) => `issued on this platform, does not change (${columns})`,
    voided_here: (columns) => `annulled by a person of the fund, does not change (${columns})`,
    last_day: (columns) => `the kind of order does not allow that last day; does not change (${columns})`,
    second_person: (columns) =>
      `its value needs two persons: upload it on the screen and let another one confirm (${columns})`,
  },
  warning: "Notice",
  warningsTitle: "Warnings",
  progress: (lines) => `${lines} lines`,
  noFile: "Name the file.",
  unknownOption: (option) => `Not understood: ${option}`,
  ordersUsage: "Usage: npm run orders:import -- FILE [--dry-run] [--all-or-nothing] [--apply-changes]",
  agreementsUsage:
    "Usage: npm run convenios:import -- FILE [--dry-run] [--all-or-nothing] [--apply-nit-changes]",
  databaseDown: "The database does not answer. Check DATABASE_URL and that the server is on.",
  notMigrated: "The database is not prepared. First run: npm run db:migrate",
  otherKeys: "The keys are not the ones that sealed the data. Check AUTH_SECRET, DATA_KEYS and INDEX_KEY.",
  failed: (reason) => `It could not be imported: ${reason}`,
};

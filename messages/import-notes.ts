import type { TableNotes } from "@/lib/table/notes";
import type { Messages } from "./es-CO";

type Words = Messages["imports"]["notes"];

/** What was assumed of a file, and what must be looked at, each as a line of words. */
export function noteLines(notes: TableNotes, words: Words): { assumed: string[]; warnings: string[] } {
  const {
    encoding,
    delimiter,
    sheet,
    above,
    joined,
    alike,
    hiddenSheets,
    hiddenRows,
    hiddenLines,
    mixedDays,
    unsureDay,
    unended,
  } = notes;
  const guessed = encoding !== null && !encoding.startsWith("utf");
  const lines = hiddenLines.join(", ") + (hiddenRows > hiddenLines.length ? "…" : "");
  return {
    assumed: [
      ...(encoding ? [words.encoding(words.encodings[encoding])] : []),
      ...(delimiter ? [words.delimiter(words.delimiters[delimiter] ?? delimiter)] : []),
      ...(sheet === null ? [] : [words.sheet(sheet)]),
      ...(above > 0 ? [words.above(above)] : []),
      ...(joined > 0 ? [words.joined(joined)] : []),
    ],
    warnings: [
      ...(guessed ? [words.assumed] : []),
      ...(alike.length > 0 ? [words.alike(alike.map((name) => `“${name}”`).join(", "))] : []),
      ...(hiddenSheets > 0 ? [words.hiddenSheets(hiddenSheets)] : []),
      ...(hiddenRows > 0 ? [words.hiddenRows(hiddenRows, lines)] : []),
      ...(mixedDays.length > 0 ? [words.mixedDays(mixedDays.join(", "))] : []),
      ...(unsureDay ? [words.unsureDay(unsureDay)] : []),
      ...(unended ? [words.unended(unended)] : []),
    ],
  };
}

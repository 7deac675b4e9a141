/** The rows of the first table below a heading of a document, without its head: the cells of each. */
export function tableRows(text: string, heading: string): string[][] {
  const lines = text.split("\n");
  const from = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, "") === heading);
  if (from < 0) throw new Error(`no heading ${heading}`);
  const section = lines.slice(from + 1);
  const to = section.findIndex((line) => /^#+ /.test(line));
  return section
    .slice(0, to < 0 ? undefined : to)
    .filter((line) => line.startsWith("|"))
    .slice(2)
    .map((line) =>
      line
        .replace(/^\||\|$/g, "")
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replaceAll("\\|", "|")),
    );
}

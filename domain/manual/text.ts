/** A piece of a line: plain or strong, perhaps a link to a chapter ("#name") or to a page ("name"). */
export type Run = { text: string; strong?: true; to?: string };
export type Block =
  | { kind: "paragraph"; runs: Run[] }
  | { kind: "steps" | "points"; items: Run[][] }
  | { kind: "picture"; name: string }
  | { kind: "facts"; rows: { label: string; text: string }[] };

const RUN = /\*\*(.+?)\*\*|\[(.+?)\]\((.+?)\)/g;

/** Reads a chapter's text: "1. " begins a step, "- " a point, "! " names a picture, any other line is a paragraph. */
export function readBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split("\n").filter(Boolean)) {
    const [mark = "", rest = ""] = /^(1\.|-|!) (.*)$/.exec(line)?.slice(1) ?? ["", line];
    if (mark === "!") blocks.push({ kind: "picture", name: rest });
    else if (mark === "") blocks.push({ kind: "paragraph", runs: readRuns(rest) });
    else {
      const kind = mark === "-" ? "points" : "steps";
      const last = blocks.at(-1);
      if (last?.kind === kind) last.items.push(readRuns(rest));
      else blocks.push({ kind, items: [readRuns(rest)] });
    }
  }
  return blocks;
}

function readRuns(line: string): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const match of line.matchAll(RUN)) {
    if (match.index > from) runs.push({ text: line.slice(from, match.index) });
    const [whole, strong, label, to] = match;
    runs.push(strong ? { text: strong, strong: true } : { text: label ?? "", to });
    from = match.index + whole.length;
  }
  if (from < line.length) runs.push({ text: line.slice(from) });
  return runs;
}

export const plainText = (runs: readonly Run[]): string => runs.map(({ text }) => text).join("");

/** All that a block says, as one text: what is searched. */
export function textOf(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return plainText(block.runs);
    case "steps":
    case "points":
      return block.items.map(plainText).join("\n");
    case "facts":
      return block.rows.map(({ label, text }) => `${label} ${text}`).join("\n");
    case "picture":
      return "";
  }
}

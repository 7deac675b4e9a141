import type { PDFPageProxy } from "pdfjs-dist";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

export type ReadPage = {
  text: string;
  /** Each text run, its size, its two ends and the distance of its line from the top of the page, in points. */
  pieces: { text: string; at: number; size: number; from: number; to: number }[];
  /**
   * The text of each marked content, joined as by a reader that ignores positions, and the fonts that it
   * uses.
   */
  contents: { text: string; faces: Set<string> }[];
  width: number;
  height: number;
  /** The structure roles in reading order, and the alternative texts of its figures. */
  roles: string[];
  alts: string[];
};

type Items = Awaited<ReturnType<PDFPageProxy["getTextContent"]>>["items"];

function contentsOf(items: Items): ReadPage["contents"] {
  const contents: ReadPage["contents"] = [];
  for (const item of items) {
    const last = contents.at(-1);
    if (!("str" in item)) {
      if (item.type !== "endMarkedContent") contents.push({ text: "", faces: new Set() });
    } else if (last && item.str.trim() !== "") {
      last.text = `${last.text}${item.str}`.trimStart();
      last.faces.add(`${item.fontName} ${item.transform[3]}`);
    }
  }
  return contents.filter(({ text }) => text !== "");
}

type Node = { role?: string; alt?: string; children?: Node[] };

/** What a PDF reader extracts: text, structure, language and fonts. */
export async function readPdf(bytes: Uint8Array, pages = Number.POSITIVE_INFINITY) {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, fontExtraProperties: true });
  const pdf = await task.promise;
  const { info } = await pdf.getMetadata();
  const marks = await pdf.getMarkInfo();
  const read: ReadPage[] = [];
  for (let number = 1; number <= Math.min(pages, pdf.numPages); number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const contents = contentsOf((await page.getTextContent({ includeMarkedContent: true })).items);
    const roles: string[] = [];
    const alts: string[] = [];
    const walk = (node: Node) => {
      if (node.role) roles.push(node.role);
      if (node.alt) alts.push(node.alt);
      node.children?.forEach(walk);
    };
    walk((await page.getStructTree()) as Node);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const text = items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join("");
    const pieces = items.flatMap((item) =>
      "str" in item
        ? [
            {
              text: item.str,
              at: top - Number(item.transform[5]),
              size: Number(item.transform[3]),
              from: Number(item.transform[4]) - left,
              to: Number(item.transform[4]) - left + item.width,
            },
          ]
        : [],
    );
    read.push({ text, pieces, contents, width: right - left, height: top - bottom, roles, alts });
  }
  const result = {
    count: pdf.numPages,
    info: info as Record<string, unknown>,
    tagged: marks?.Marked,
    pages: read,
  };
  await task.destroy();
  return result;
}

import { TableFault } from "./fault";

/** What a reader of XML is told. Names come without their prefix; attributes as they are written. */
export type XmlReader = {
  open: (name: string, attributes: string) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
};

const TAG = /<(\/?)(?:[^\s/>:"']+:)?([^\s/>:"']+)((?:"[^"]*"|'[^']*'|[^'">])*?)(\/?)>/y;
const ASIDE = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>/y;
const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/y;
/** The longest tag or run of text: a cell holds 32,767 characters. */
const LONGEST = 1_000_000;

/**
 * Reads XML piece by piece, without building a tree of it; after each piece it yields what `read` has put.
 * Document types, and with them entities of their own, are refused.
 */
export async function* readXml<T>(
  pieces: AsyncIterable<Uint8Array>,
  read: (put: (item: T) => void) => XmlReader,
): AsyncGenerator<T[]> {
  let found: T[] = [];
  const reader = read((item) => found.push(item));
  const decoder = new TextDecoder("utf-8");
  let rest = "";
  for await (const piece of pieces) {
    rest = take(rest + decoder.decode(piece, { stream: true }), reader);
    if (rest.length > LONGEST) throw new TableFault("broken_workbook");
    if (found.length === 0) continue;
    yield found;
    found = [];
  }
  if (take(rest + decoder.decode(), reader).trim() !== "") throw new TableFault("broken_workbook");
  if (found.length > 0) yield found;
}

/** Tells what is complete in `xml`; answers what is not yet. */
function take(xml: string, reader: XmlReader): string {
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf("<", at);
    if (start < 0) return xml.slice(at);
    if (start > at) reader.text?.(decoded(xml.slice(at, start)));
    const end = takeMark(xml, start, reader);
    if (end === 0) return xml.slice(start);
    at = end;
  }
  return "";
}

/** Where the mark at `start` ends, or 0 when its end has not come yet. */
function takeMark(xml: string, start: number, reader: XmlReader): number {
  const second = xml[start + 1];
  if (second === "!" || second === "?") return takeAside(xml, start, reader);
  TAG.lastIndex = start;
  const [, closing, name = "", attributes = "", empty] = TAG.exec(xml) ?? [];
  if (name === "") return 0;
  if (closing) reader.close?.(name);
  else reader.open(name, attributes);
  if (empty) reader.close?.(name);
  return TAG.lastIndex;
}

function takeAside(xml: string, start: number, reader: XmlReader): number {
  if (xml.startsWith("<!D", start)) throw new TableFault("broken_workbook");
  CDATA.lastIndex = start;
  const [, text] = CDATA.exec(xml) ?? [];
  if (text !== undefined) {
    reader.text?.(text);
    return CDATA.lastIndex;
  }
  ASIDE.lastIndex = start;
  return ASIDE.test(xml) ? ASIDE.lastIndex : 0;
}

const patterns = new Map<string, RegExp>();

function patternOf(name: string): RegExp {
  let pattern = patterns.get(name);
  if (!pattern) {
    pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  return pattern;
}

/** The value of one attribute, by its name without prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = patternOf(name).exec(attributes);
  return found ? decoded(found[1] ?? found[2] ?? "") : undefined;
}

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

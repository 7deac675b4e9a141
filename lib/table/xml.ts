import { SaxesParser } from "saxes";
import { TableFault } from "./fault";

export type Attributes = Readonly<Record<string, string>>;

/** The events that a reader of XML gets. Names come without their prefix. */
export type XmlReader = {
  open: (name: string, attributes: Attributes) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
};

/** The longest tag or run of text: a cell holds 32,767 characters. */
const LONGEST = 1_000_000;
const DEEPEST = 64;

/**
 * Reads XML piece by piece, without building a tree of it; after each piece it yields what `read` has put.
 * What is not well-formed, document types with their entities, and what is endless or too deep are refused.
 */
export async function* readXml<T>(
  pieces: AsyncIterable<Uint8Array>,
  read: (emit: (item: T) => void) => XmlReader,
): AsyncGenerator<T[]> {
  let found: T[] = [];
  const feed = feeder(read((item) => found.push(item)));
  const decoder = new TextDecoder("utf-8");
  for await (const piece of pieces) {
    feed(decoder.decode(piece, { stream: true }));
    if (found.length === 0) continue;
    yield found;
    found = [];
  }
  feed(decoder.decode());
  feed(null);
  if (found.length > 0) yield found;
}

function feeder(reader: XmlReader): (xml: string | null) => void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let unparsed = 0;
  const refuse = () => {
    throw new TableFault("broken_workbook");
  };
  parser.on("error", refuse);
  parser.on("doctype", refuse);
  parser.on("opentag", ({ name, attributes }) => {
    unparsed = 0;
    depth += 1;
    if (depth > DEEPEST) refuse();
    reader.open(localName(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    unparsed = 0;
    depth -= 1;
    reader.close?.(localName(name));
  });
  const text = (part: string) => {
    unparsed = 0;
    reader.text?.(part);
  };
  parser.on("text", text);
  parser.on("cdata", text);
  return (xml) => {
    if (xml === null) {
      parser.close();
      return;
    }
    unparsed += xml.length;
    parser.write(xml);
    if (unparsed > LONGEST) refuse();
  };
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/** The value of one attribute, by its name without prefix. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name];
  for (const key in attributes) if (key.endsWith(`:${name}`)) return attributes[key];
  return undefined;
}

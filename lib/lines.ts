import { createReadStream } from "node:fs";

/**
 * The lines of a file that are not empty, one after another, so that a file of any size fits into memory. A line ends
 * in a newline alone: `node:readline` would also end one at U+2028, which can stand inside of a text of JSON.
 */
export async function* readLines(file: string): AsyncGenerator<string> {
  let begun = "";
  for await (const text of createReadStream(file, { encoding: "utf8" })) {
    const lines = (begun + text).split("\n");
    begun = lines.pop() ?? "";
    for (const line of lines) if (line) yield line;
  }
  if (begun) yield begun;
}

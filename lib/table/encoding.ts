import { isAscii, isUtf8 } from "node:buffer";
import { decodeSingleByte, type SingleByte, singleByteNames } from "./alphabets";
import { bestLikeness, likeness } from "./likeness";

/** The encodings in which programs in Colombia save a text. */
export type Encoding = "utf-8" | SingleByte | "utf-16le" | "utf-16be";

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** The text of a line in its alphabet. UTF-16 is made UTF-8 before lines are cut (source.ts). */
export function decodeLine(bytes: Buffer, encoding: Encoding): string {
  if (isAscii(bytes)) return bytes.toString("latin1");
  if (encoding === "utf-8" || encoding === "utf-16le" || encoding === "utf-16be") return utf8.decode(bytes);
  return decodeSingleByte(bytes, encoding);
}

/** So much more like Spanish a line must be in another alphabet than in that of its file, to be of that one. */
const CLEARLY = 4;

/** The encoding of a line that is written in another one than the rest of its file; null when it is not. */
export function foreignEncoding(bytes: Buffer, encoding: Encoding): Encoding | null {
  if (isAscii(bytes) || encoding === "utf-16le" || encoding === "utf-16be") return null;
  if (encoding === "utf-8") return isUtf8(bytes) ? null : likeliest(singleByteNames, bytes).name;
  if (isLikelyUtf8(bytes)) return "utf-8";
  const text = beginningOf(bytes, encoding);
  const own = likeness(text);
  if (own === bestLikeness(text)) return null;
  const others = singleByteNames.filter((name) => name !== encoding);
  const { name, score } = likeliest(others, bytes);
  return score > 0 && score - own >= CLEARLY ? name : null;
}

/** A row has some hundreds of bytes; what a longer line says behind them is no better told. */
const LOOKED_AT = 4_096;
const beginningOf = (bytes: Buffer, name: SingleByte) => decodeSingleByte(bytes.subarray(0, LOOKED_AT), name);

/** The alphabet in which bytes look most like Spanish, the first of equal ones. */
function likeliest(names: readonly SingleByte[], bytes: Buffer): { name: SingleByte; score: number } {
  const scored = names.map((name) => ({ name, score: likeness(beginningOf(bytes, name)) }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best));
}

/** Valid UTF-8 of Latin letters: two letters of an older alphabet can look like one of Hebrew or Arabic. */
function isLikelyUtf8(bytes: Buffer): boolean {
  return isUtf8(bytes) && !/[\u0370-\u1dff\u2c00-\uabff]/.test(utf8.decode(bytes));
}

/** UTF-16 with its mark, or by the zeros between the letters of a text without one; null for anything else. */
export function utf16Of(head: Buffer): "utf-16le" | "utf-16be" | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const most = head.length / 2;
  if (odd > most * 0.7 && even < most * 0.05) return "utf-16le";
  return even > most * 0.7 && odd < most * 0.05 ? "utf-16be" : null;
}

/**
 * Finds a file's alphabet by what its letters become: each line is UTF-8 or it is not, and of the others the
 * alphabet is taken in which the signs are letters of Spanish in their right case.
 */
export class CharacterCensus {
  private utf8Lines = 0;
  private otherLines = 0;
  private readonly scores = singleByteNames.map((name) => ({ name, score: 0 }));

  add(line: Buffer): void {
    if (isAscii(line)) return;
    if (isLikelyUtf8(line)) {
      this.utf8Lines += 1;
      return;
    }
    // "Íñ" of DOS is also a Hebrew sign of UTF-8: such a line speaks for an alphabet by its letters only.
    if (!isUtf8(line)) this.otherLines += 1;
    for (const one of this.scores) one.score += likeness(beginningOf(line, one.name));
  }

  encoding(): Encoding {
    const best = this.scores.reduce((best, one) => (one.score > best.score ? one : best));
    const isUndecided = this.otherLines === 0 && this.utf8Lines === 0;
    if (isUndecided ? best.score <= 0 : this.otherLines <= this.utf8Lines) return "utf-8";
    return best.name;
  }
}

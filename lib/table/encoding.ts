import { isAscii, isUtf8 } from "node:buffer";

/** The encodings in which programs in Colombia save a text. */
export type Encoding = "utf-8" | "windows-1252" | "cp850" | "macintosh" | "utf-16le" | "utf-16be";
type SingleByte = "windows-1252" | "cp850" | "macintosh";

const CP850 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";
const upperHalf = Uint8Array.from({ length: 128 }, (_, at) => at + 128);
const tables: Record<SingleByte, string[]> = {
  "windows-1252": [...new TextDecoder("windows-1252").decode(upperHalf)],
  cp850: [...CP850],
  macintosh: [...new TextDecoder("macintosh").decode(upperHalf)],
};

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** The text of a line in its alphabet. UTF-16 is made UTF-8 before lines are cut (source.ts). */
export function decodeLine(bytes: Buffer, encoding: Encoding): string {
  if (isAscii(bytes)) return bytes.toString("latin1");
  if (encoding === "utf-8" || encoding === "utf-16le" || encoding === "utf-16be") return utf8.decode(bytes);
  const table = tables[encoding];
  let text = "";
  for (const byte of bytes) text += byte < 128 ? String.fromCharCode(byte) : table[byte - 128];
  return text;
}

/** Whether a line is written in another alphabet than the rest of its file. */
export function isForeign(bytes: Buffer, encoding: Encoding): boolean {
  if (isAscii(bytes)) return false;
  if (encoding === "utf-8") return !isUtf8(bytes);
  return encoding in tables && isLikelyUtf8(bytes);
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

/** Neighbours of a sign: a capital, a small letter, anything else. */
const classOf = (byte: number | undefined) =>
  byte === undefined ? 2 : byte >= 65 && byte <= 90 ? 0 : byte >= 97 && byte <= 122 ? 1 : 2;

/**
 * Finds a file's alphabet by what its letters become: each line is UTF-8 or it is not, and of the others the
 * alphabet is taken in which the signs are letters of Spanish in their right case.
 */
export class CharacterCensus {
  private utf8Lines = 0;
  private otherLines = 0;
  /** How often each byte stood between which neighbours. */
  private readonly seen = new Uint32Array(128 * 9);

  add(line: Buffer): void {
    if (isAscii(line)) return;
    if (isLikelyUtf8(line)) {
      this.utf8Lines += 1;
      return;
    }
    // "Íñ" of DOS is also a Hebrew sign of UTF-8: such a line speaks for an alphabet by its letters only.
    if (!isUtf8(line)) this.otherLines += 1;
    line.forEach((byte, at) => {
      if (byte < 128) return;
      const place = (byte - 128) * 9 + classOf(line[at - 1]) * 3 + classOf(line[at + 1]);
      this.seen[place] = (this.seen[place] ?? 0) + 1;
    });
  }

  encoding(): Encoding {
    const names: SingleByte[] = ["windows-1252", "cp850", "macintosh"];
    const scores = names.map((name) => this.score(name));
    const best = Math.max(...scores);
    const isUndecided = this.otherLines === 0 && this.utf8Lines === 0;
    if (isUndecided ? best <= 0 : this.otherLines <= this.utf8Lines) return "utf-8";
    return names[scores.indexOf(best)] ?? "windows-1252";
  }

  private score(name: SingleByte): number {
    return this.seen.reduce((sum, times, place) => {
      const sign = tables[name][Math.floor(place / 9)] ?? "";
      return times === 0 ? sum : sum + times * likeness(sign, Math.floor((place % 9) / 3), place % 3);
    }, 0);
  }
}

const [CAPITAL, SMALL, NO_LETTER] = [0, 1, 2];

/** How likely a sign is between its neighbours in a Spanish text. */
function likeness(sign: string, before: number, after: number): number {
  if (/\p{L}/u.test(sign) && !/[ªº]/.test(sign)) {
    const isSmall = sign === sign.toLowerCase();
    // No word goes on in capitals after a small letter, nor with a capital after one: "éRSULA" is an ÚRSULA of DOS.
    if (isSmall ? after === CAPITAL : before === SMALL) return -4;
    return /[áéíóúñüÁÉÍÓÚÑÜ]/.test(sign) ? 4 : -1;
  }
  const inWord = before !== NO_LETTER && after !== NO_LETTER;
  if (/[’´]/.test(sign)) return inWord ? 0 : -1;
  return /[ªº°¿¡“”«»–\u00a0]/.test(sign) && !inWord ? 0 : -4;
}

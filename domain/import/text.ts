import { isUtf8 } from "node:buffer";
import { missingCharacters, transliterate } from "@/lib/pdf/characters";
import { windowsByteOf } from "@/lib/table/alphabets";
import { bad, good, hasHiddenSigns, type Read } from "./cells";
import { damageOf } from "./damage";

/**
 * One line of text: spaces at the ends and doubled ones go, accents are composed. Letters that the paper lacks are
 * written with those that it has, or refused: paper and screen must say the same.
 */
export function readText(cell: string, longest: number, { optional = false } = {}): Read<string> {
  if (hasHiddenSigns(cell)) return bad("control_characters");
  const text = transliterate(cell.trim().replace(/\s+/g, " "));
  if (text === "" && !optional) return bad("empty");
  if (text.length > longest) return bad("too_long", String(longest));
  if (isTwiceEncoded(text)) return bad("twice_encoded");
  if (LOST_LETTER.test(text)) return bad("odd_letters");
  const missing = missingCharacters(text);
  return missing.length > 0 ? bad("paper_letters", missing.slice(0, 5).join(" ")) : good(text);
}

/** Signs that come of reading letters in another alphabet of bytes than they were written in. */
const ODD_IN_A_NAME = /[¡-©«-¯±-³µ-·¹»-¿×÷ƒˆ˜†‡•…‰‹›™„‚€“”—Þþðÿ?]/u;

/** What programs leave of a letter that they could not write: "N?ñez", "&ntilde;", "\\u00f1". */
const LOST_LETTER = /\p{L}\?\p{L}|&(?:\p{L}{2,8}|#x?[\da-f]{2,5});|\\u[\da-f]{4}/iu;

/**
 * What stands for an Ñ or an accent where a system knows seven bits: "MU#OZ", "NU~EZ" and "PE\A" of mainframes and old
 * terminals, "N%C3%BA" of an address, "+APE-" of UTF-7. Nobody's name has such a sign between its letters.
 */
const SEVEN_BIT_LETTER = /\p{L}[#@\\|~^{}[\]_%+*$]+[\p{L}\d]/u;

/** A person's name: it has a letter, and no sign that only a wrong alphabet of bytes brings. */
export function readName(cell: string, longest: number): Read<string> {
  if (!hasHiddenSigns(cell) && !isTwiceEncoded(cell) && ODD_IN_A_NAME.test(cell)) return bad("odd_letters");
  const text = readText(cell, longest);
  const damage = text.ok ? damageOf(text.value) : null;
  // "8E6" and "ENE-26" have letters too. A sign or a point says nothing in a name.
  if (damage === "scientific" || damage === "looks_like_day") return bad(damage);
  if (text.ok && SEVEN_BIT_LETTER.test(text.value)) return bad("odd_letters");
  return text.ok && !/\p{L}/u.test(text.value) ? bad("not_a_name") : text;
}

/** "NÃºÃ±ez": UTF-8 that was read as Windows-1252 and written again. */
function isTwiceEncoded(text: string): boolean {
  if (!/[ÂÃ]/.test(text)) return false;
  const bytes = [...text].flatMap((sign) => windowsByteOf(sign) ?? []);
  return bytes.length === [...text].length && isUtf8(Uint8Array.from(bytes));
}

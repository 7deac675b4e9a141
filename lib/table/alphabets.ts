/** The alphabets in which a byte is a letter, the likeliest first. */
export const singleByteNames = ["windows-1252", "cp850", "macintosh"] as const;
export type SingleByte = (typeof singleByteNames)[number];

/**
 * Windows-1252 from 0x80 to 0x9F; the five bytes that have no sign stay control characters. Node 20 decodes all of
 * these as ISO 8859-1 does, so the tables stand here and are not asked of its TextDecoder.
 */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const CP850 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";
const MACINTOSH =
  "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/** The signs of the bytes from 0x80 on. */
const upperHalves: Record<SingleByte, string> = {
  "windows-1252":
    WINDOWS_1252 + Buffer.from(Uint8Array.from({ length: 96 }, (_, at) => at + 0xa0)).toString("latin1"),
  cp850: CP850,
  macintosh: MACINTOSH,
};

export function decodeSingleByte(bytes: Buffer, name: SingleByte): string {
  const upperHalf = upperHalves[name];
  return bytes
    .toString("latin1")
    .replace(/[\u0080-\u00ff]/g, (sign) => upperHalf.charAt(sign.charCodeAt(0) - 0x80));
}

/** The byte that is a sign in Windows-1252; undefined when none is. */
export function windowsByteOf(sign: string): number | undefined {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return code;
  const at = upperHalves["windows-1252"].indexOf(sign);
  return at < 0 ? undefined : at + 0x80;
}

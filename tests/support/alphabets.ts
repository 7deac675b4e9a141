/** The signs of the bytes from 0x80 on, as the tables of Unicode have them; 1252 goes on as ISO 8859-1 does. */
const UPPER_HALF = {
  "windows-1252": `€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ${String.fromCharCode(...Array.from({ length: 96 }, (_, at) => at + 0xa0))}`,
  cp850:
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0",
  macintosh:
    "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
};

export type Alphabet = keyof typeof UPPER_HALF;
export const alphabetNames = Object.keys(UPPER_HALF) as Alphabet[];

/** A text as programs of DOS, Windows or an old Mac save it. @throws Error when the alphabet lacks one of its signs */
export function inAlphabet(text: string, name: Alphabet): Buffer {
  return Buffer.from(
    Array.from(text, (sign) => {
      const code = sign.charCodeAt(0);
      const at = UPPER_HALF[name].indexOf(sign);
      if (code >= 0x80 && at < 0) throw new Error(`${name} has no ${sign}`);
      return code < 0x80 ? code : 0x80 + at;
    }),
  );
}

/** Every byte from 0x80 on, and the text that it is. */
export const upperHalfOf = (name: Alphabet) => ({
  bytes: Buffer.from(Uint8Array.from({ length: 128 }, (_, at) => at + 0x80)),
  text: UPPER_HALF[name],
});

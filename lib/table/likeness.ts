/** A sign that stands well in a Spanish text, one that does not, and one that cannot stand there. */
const [FITTING, ODD, IMPOSSIBLE] = [4, -1, -4];

const ACCENTED = /[áéíóúñüÁÉÍÓÚÑÜ]/;
/** Letters of other languages that people bear here, and that only Windows-1252 has. */
const BORROWED = /[ŠšŽž]/;

/**
 * How much a text looks like Spanish by its signs beyond ASCII: letters in their right case, marks where they belong.
 * The same bytes read in their own alphabet of bytes say more than in another one.
 */
export function likeness(text: string): number {
  let sum = 0;
  for (const { index } of text.matchAll(/[^\0-\x7f]/g)) sum += likenessAt(text, index);
  return sum;
}

/** The most that a text can reach. */
export const bestLikeness = (text: string) => FITTING * (text.match(/[^\0-\x7f]/g)?.length ?? 0);

type Case = "capital" | "small" | null;

function caseOf(sign: string): Case {
  const small = sign.toLowerCase();
  if (small === sign.toUpperCase()) return null;
  return sign === small ? "small" : "capital";
}

function likenessAt(text: string, at: number): number {
  const sign = text.charAt(at);
  const [own, before, after] = [sign, text.charAt(at - 1), text.charAt(at + 1)].map(caseOf);
  if (!own) return likenessOfMark(sign, text, at, [before, after]);
  // No word goes on in capitals after a small letter, nor with a capital after one: "éRSULA" is an ÚRSULA of DOS.
  if (own === "small" ? after === "capital" : before === "small") return IMPOSSIBLE;
  if (!ACCENTED.test(sign)) return BORROWED.test(sign) ? 0 : ODD;
  const endsCapitals = own === "capital" && before === "capital" && after === "small"; // "PÚrez"
  if (endsCapitals || isNoSpelling(text, at)) return ODD;
  return before || after ? FITTING : 0;
}

function likenessOfMark(
  sign: string,
  text: string,
  at: number,
  [before, after]: readonly (Case | undefined)[],
): number {
  const inWord = before && after;
  if (sign === "’" && (isElision(text, at) || (!inWord && text.includes("‘")))) return FITTING;
  if (/[’´]/.test(sign)) return inWord ? 0 : ODD;
  if (inWord) return IMPOSSIBLE;
  // Before a word it may be a bullet; behind one it is sooner the ó of a Mac: "Choc—".
  if (/[–—]/.test(sign)) return after ? 1 : 0;
  if (/[¡¿]/.test(sign)) return text.includes(sign === "¡" ? "!" : "?") ? FITTING : 0;
  return /[ªº°“”‘«»…•·€™®©\u00a0]/.test(sign) ? 0 : IMPOSSIBLE;
}

/** How the words go on that begin with Ú, which is the é of another alphabet; "Útica" and "ética" are both words. */
const WITH_U = /^(?:rsula|til|nic[ao]|ltim[ao]|beda|lcera|vula|tero|mbita)/i;

/** Words that no Spanish has, for what a mark or the letter of another alphabet would make of them. */
function isNoSpelling(text: string, at: number): boolean {
  const word = text.slice(Math.max(0, at - 5), at);
  const [behind, sign, ahead] = [word.slice(-1), text.charAt(at), text.slice(at + 1, at + 8)];
  // A number has no letters on it.
  if (/\d/.test(behind + ahead.charAt(0))) return true;
  const isBeginning = !caseOf(behind);
  switch (sign) {
    case "ñ":
    case "Ñ":
      return (
        /[a-z]/i.test(behind + ahead.charAt(0)) &&
        !/^[aeiouáéíóúü]?[ñÑ][aeiouáéíóúü]/i.test((isBeginning ? "" : behind) + sign + ahead)
      );
    case "á": // A blank of Windows is the á of DOS; of such words there are Anzoátegui and coágulo.
    case "ó":
      return /[aáoó]/i.test(behind) && !/^(?:tegui|gul)/i.test(ahead);
    case "é": // Of DOS these are Úrsula and MARILÚ; "Željko" of Windows is "éeljko" on a Mac.
      return isBeginning
        ? /^[aeiou]/.test(ahead) || WITH_U.test(ahead)
        : /(?:MARIL|PER|MEN|MIT|TIB|TOL|CHIN|CARUR)$/.test(word);
    case "Ú":
      return isBeginning && !WITH_U.test(ahead) && !/^tica/i.test(ahead);
    case "í":
      return (isBeginning && /^[aeiou]/.test(ahead)) || isElision(text, at);
    default:
      return false;
  }
}

/**
 * "Dell’orto", "Sant’anna", "D’elia", "O’brien": an article that lost its vowel before a small letter. With the í that
 * the same byte is on a Mac none of these is a word, while "Díaz", "Lía", "allí" and "oído" are.
 */
function isElision(text: string, at: number): boolean {
  const behind = text.slice(Math.max(0, at - 6), at);
  const ahead = text.slice(at + 1, at + 5);
  return (
    (/(?:^|\P{L})(?:(?:[dnsc]|qu)?[aeou]ll|sant)$/iu.test(behind) && /^[aeiouh]/.test(ahead)) ||
    (/(?:^|\P{L})[dl]$/iu.test(behind) && /^(?![ao](?:[sz]|na|\P{L}|$)|e[zsv])[aeiouh]/u.test(ahead)) ||
    (/(?:^|\P{L})o$/iu.test(behind) && /^(?:[bcfghkln]|don)/.test(ahead))
  );
}

/** Largest amount that has words: 999.999.999.999 pesos. */
export const LARGEST_IN_WORDS = 999_999_999_999;

/** Whole pesos as they are printed: 480000 → "$480.000", -5000 → "-$5.000". The same in every language. */
export function formatPesos(pesos: number): string {
  const digits = String(Math.abs(pesos)).replace(/\B(?=(\d{3})+$)/g, ".");
  return `${pesos < 0 ? "-" : ""}$${digits}`;
}

/** A count with Colombia's thousands point: 100000 → "100.000". */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ".");
}

/** Pesos in millions with one decimal, where there is room for few digits: 12.340.000 → "12,3 M". */
export function formatMillions(pesos: number): string {
  const tenths = Math.round(pesos / 100_000);
  return `${formatCount(Math.floor(tenths / 10))},${tenths % 10} M`;
}

/**
 * Whole pesos in Spanish words, for comparing with print: 480000 → "cuatrocientos ochenta mil pesos",
 * 1000000 → "un millón de pesos".
 * @throws RangeError when not a whole number of 0 to 999.999.999.999
 */
export function pesosInWords(pesos: number): string {
  if (!Number.isInteger(pesos) || pesos < 0 || pesos > LARGEST_IN_WORDS)
    throw new RangeError("pesos out of range");
  if (pesos === 0) return "cero pesos";
  if (pesos === 1) return "un peso";
  const exactMillions = pesos % 1_000_000 === 0;
  return `${words(pesos)} ${exactMillions ? "de pesos" : "pesos"}`;
}

const small = (
  "cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis " +
  "diecisiete dieciocho diecinueve veinte veintiún veintidós veintitrés veinticuatro veinticinco " +
  "veintiséis veintisiete veintiocho veintinueve"
).split(" ");
const tens = "_ _ _ treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(" ");
const hundreds =
  "_ ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".split(
    " ",
  );

/** Before a masculine noun, so one is always "un": "veintiún pesos", "treinta y un mil". */
function words(count: number): string {
  const millions = Math.floor(count / 1_000_000);
  const rest = count % 1_000_000;
  const parts: string[] = [];
  if (millions === 1) parts.push("un millón");
  if (millions > 1) parts.push(`${belowMillion(millions)} millones`);
  if (rest > 0) parts.push(belowMillion(rest));
  return parts.join(" ");
}

function belowMillion(count: number): string {
  const thousands = Math.floor(count / 1000);
  const rest = count % 1000;
  const parts: string[] = [];
  if (thousands === 1) parts.push("mil");
  if (thousands > 1) parts.push(`${belowThousand(thousands)} mil`);
  if (rest > 0) parts.push(belowThousand(rest));
  return parts.join(" ");
}

function belowThousand(count: number): string {
  if (count === 100) return "cien";
  const below = count % 100;
  const parts: string[] = [];
  if (count >= 100) parts.push(hundreds[Math.floor(count / 100)] ?? "");
  if (below > 0) parts.push(belowHundred(below));
  return parts.join(" ");
}

function belowHundred(count: number): string {
  if (count < 30) return small[count] ?? "";
  const ten = tens[Math.floor(count / 10)] ?? "";
  return count % 10 === 0 ? ten : `${ten} y ${small[count % 10] ?? ""}`;
}

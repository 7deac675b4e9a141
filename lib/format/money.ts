const grouped = new Intl.NumberFormat("es-CO", { maximumFractionDigits: 0 });

/** Whole pesos in figures, as Colombia writes them and without the space of Intl: "$480.000". */
export function formatPesos(value: number): string {
  return `${value < 0 ? "-" : ""}$${grouped.format(Math.abs(value))}`;
}

const units = [
  "cero",
  "uno",
  "dos",
  "tres",
  "cuatro",
  "cinco",
  "seis",
  "siete",
  "ocho",
  "nueve",
  "diez",
  "once",
  "doce",
  "trece",
  "catorce",
  "quince",
  "dieciséis",
  "diecisiete",
  "dieciocho",
  "diecinueve",
  "veinte",
  "veintiuno",
  "veintidós",
  "veintitrés",
  "veinticuatro",
  "veinticinco",
  "veintiséis",
  "veintisiete",
  "veintiocho",
  "veintinueve",
];
const tens = ["", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"];
const hundreds = [
  "",
  "ciento",
  "doscientos",
  "trescientos",
  "cuatrocientos",
  "quinientos",
  "seiscientos",
  "setecientos",
  "ochocientos",
  "novecientos",
];

function belowHundred(n: number): string {
  const small = units[n];
  if (n < 30 && small) return small;
  const rest = n % 10;
  return [tens[Math.floor(n / 10)], rest ? `y ${units[rest]}` : ""].filter(Boolean).join(" ");
}

function belowThousand(n: number): string {
  if (n === 100) return "cien";
  const rest = n % 100;
  return [hundreds[Math.floor(n / 100)], rest ? belowHundred(rest) : ""].filter(Boolean).join(" ");
}

/** "uno" loses its end before a noun: un peso, veintiún mil, treinta y un millones. */
function beforeNoun(words: string): string {
  return words.replace(/veintiuno$/, "veintiún").replace(/uno$/, "un");
}

function belowMillion(n: number): string {
  const thousands = Math.floor(n / 1_000);
  const rest = n % 1_000;
  const head = thousands === 0 ? "" : thousands === 1 ? "mil" : `${beforeNoun(belowThousand(thousands))} mil`;
  return [head, rest ? belowThousand(rest) : ""].filter(Boolean).join(" ");
}

/**
 * Whole pesos in words, in sentence case: "un millón de pesos", "veintiún mil pesos".
 * @throws RangeError outside 0–999.999.999.999
 */
export function pesosInWords(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0 || value > 999_999_999_999)
    throw new RangeError("value in words");
  if (value === 0) return "cero pesos";
  const millions = Math.floor(value / 1_000_000);
  const rest = value % 1_000_000;
  const head =
    millions === 0 ? "" : millions === 1 ? "un millón" : `${beforeNoun(belowMillion(millions))} millones`;
  const words = [head, rest ? beforeNoun(belowMillion(rest)) : ""].filter(Boolean).join(" ");
  if (value === 1) return "un peso";
  return rest === 0 ? `${words} de pesos` : `${words} pesos`;
}

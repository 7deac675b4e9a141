import { plain } from "@/model/identity/typed";

const LARGEST_PESOS = 999_999_999_999;

/**
 * Whole pesos as people copy them from a paper: 480000, 480.000, $480.000, 480.000,00, 1'200.000. Null when it
 * can't be told which amount is meant; "480.00" can't.
 */
export function readPesos(typed: string): number | null {
  const written = plain(typed)
    .replace(/^(?:\$|COP|PESOS)+/, "")
    .replace(/(?:PESOS|COP|M\/CTE\.?|\.?-)+$/, "");
  // A letter O among digits is a slip, also where a point stands between them: "1O.OOO".
  const amount = /\d/.test(written) ? written.replaceAll("O", "0") : written;
  const unbroken = /^\d+(?:,00?)?$/;
  const points = /^\d{1,3}(?:['’´`.]\d{3})+(?:,00?)?$/;
  const commas = /^\d{1,3}(?:,\d{3})+(?:\.00)?$/;
  if (!unbroken.test(amount) && !points.test(amount) && !commas.test(amount)) return null;
  const cents = commas.test(amount) ? /\.00$/ : /,00?$/;
  const pesos = Number(amount.replace(cents, "").replace(/\D/g, ""));
  return pesos <= LARGEST_PESOS ? pesos : null;
}

import { plain } from "@/model/identity/typed";

const LARGEST_PESOS = 999_999_999_999;
/** The longest amount that is read, with the marks of pesos and the spaces around it. */
const LONGEST = 60;
/** What stands behind an amount: the mark of pesos, and what keeps others from adding a digit. */
const BEHIND = ["PESOS", "COP", "M/CTE.", "M/CTE", ".-", "-"];

/**
 * Whole pesos as people copy them from a paper: 480000, 480.000, $480.000, 480.000,00, 1'200.000. Null when it
 * can't be told which amount is meant; "480.00" can't.
 */
export function readPesos(typed: string): number | null {
  if (typed.length > LONGEST) return null;
  const written = withoutEnds(plain(typed).replace(/^(?:\$|COP|PESOS)+/, ""));
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

function withoutEnds(amount: string): string {
  const end = BEHIND.find((each) => amount.endsWith(each));
  return end ? withoutEnds(amount.slice(0, -end.length)) : amount;
}

import { withoutAccents } from "@/lib/format/accents";

/**
 * The one that was typed, without regard to capitals, accents and points: by its whole name, or by its short one where
 * only one has it. Null when none or several match.
 * @param namesOf the whole name and the short one
 */
export function onlyMatch<Place>(
  typed: string,
  places: readonly Place[],
  namesOf: (place: Place) => readonly [whole: string, short: string],
): Place | null {
  const wanted = comparable(typed);
  if (wanted === "") return null;
  const whole = places.find((place) => comparable(namesOf(place)[0]) === wanted);
  if (whole) return whole;
  const named = places.filter((place) => comparable(namesOf(place)[1]) === wanted);
  const [only] = named;
  return only && named.length === 1 ? only : null;
}

function comparable(text: string): string {
  return withoutAccents(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

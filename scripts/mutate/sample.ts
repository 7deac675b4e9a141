import { randomFrom } from "../chaos/random";

/** The first `count` items of a list after a seeded shuffle. */
export function sample<T>(list: readonly T[], count: number, seed: number): T[] {
  const random = randomFrom(seed);
  return list
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .slice(0, count)
    .map(({ item }) => item);
}

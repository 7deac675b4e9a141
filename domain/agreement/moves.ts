import type { Database } from "@/db/client";
import { wordsIn } from "@/db/like";
import { findAgreementsOfNits, findBoundOrders, type ShownMove } from "@/db/queries/agreement-import";
import type { Move } from "@/domain/import/findings";
import type { AgreementLine } from "./plan";

type Known = { number: string; name: string };

/**
 * The convenios of each NIT that a file has spoken of, as they were known when it first did, and those of its earlier
 * lines. So the answer does not depend on what the import itself has written meanwhile.
 */
export type KnownNames = Map<string, Known[]>;

/** Which moves are applied: all, none, or what a person ticked of those that the preview showed, by line. */
export type MoveChoice = "all" | "none" | ReadonlyMap<number, ShownMove>;

/**
 * The lines that change to whom orders belong: another NIT for a known convenio, or a new convenio whose NIT is known
 * by other names only. Each with what hangs on the NIT that loses, or shares, its orders.
 */
export async function listMoves(
  db: Database,
  lines: readonly AgreementLine[],
  known: ReadonlyMap<string, { nit: string }>,
  names: KnownNames,
  choice: MoveChoice,
): Promise<Move[]> {
  await learnNames(db, lines, names);
  const moves = lines.flatMap(({ line, data }) => {
    const before = known.get(data.number);
    const other = otherName(names, data);
    const from = before?.nit ?? null;
    const shown = typeof choice === "string" ? undefined : choice.get(line);
    const moves = before ? before.nit !== data.nit : other !== null;
    // What was shown and not ticked stays out, also when another run has written something alike since.
    if (!moves && (!shown || shown.accepted)) {
      names.get(data.nit)?.push({ number: data.number, name: data.legalName });
      return [];
    }
    const ticked = shown?.accepted === true && shown.from === from;
    return [
      {
        ...{ line, number: data.number, from, to: data.nit, nameTo: data.legalName, known: other },
        applied: choice === "all" || ticked,
      },
    ];
  });
  if (moves.length === 0) return [];
  const bound = await findBoundOrders(db, [...new Set(moves.map(({ from, to }) => from ?? to))]);
  return moves.map((move) => {
    const { orders = 0, amount = 0, uses = 0, numbers = [] } = bound.get(move.from ?? move.to) ?? {};
    return { ...move, orders, amount, uses, numbers };
  });
}

async function learnNames(db: Database, lines: readonly AgreementLine[], names: KnownNames): Promise<void> {
  const unknown = [...new Set(lines.map(({ data }) => data.nit))].filter((nit) => !names.has(nit));
  for (const nit of unknown) names.set(nit, []);
  for (const { nit, number, legalName } of await findAgreementsOfNits(db, unknown))
    names.get(nit)?.push({ number, name: legalName });
}

/** The convenio by which a NIT is known, when no other one has this name. */
function otherName(names: KnownNames, { nit, number, legalName }: AgreementLine["data"]): Known | null {
  const others = (names.get(nit) ?? []).filter((known) => known.number !== number);
  return others.some(({ name }) => isSameName(name, legalName)) ? null : (others[0] ?? null);
}

/** Whether two names are one, however they are written: case, accents, spaces and dots do not count. */
const isSameName = (one: string, other: string) => wordsIn(one).join("") === wordsIn(other).join("");

import { databaseFor } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import { listKindCodes } from "@/db/queries/order-kind";
import type { Grant } from "@/model/access";
import { plainWords, searchReadings } from "./readings";

/** So many hits of a kind are shown. */
const MOST_OF_A_KIND = 25;

export type Hit = Answer<"search_everywhere">[number];

/** Kinds that words find beside numbers: a part of a name is no exact hit. */
const named: readonly Hit["kind"][] = ["provider", "person", "agreement", "official"];

/** Whether two names have the same words, in whatever order. */
function sameWords(one: string, other: string): boolean {
  const sorted = (text: string) => plainWords(text).split(/\s+/).filter(Boolean).sort().join(" ");
  return sorted(one) === sorted(other);
}

/** Whether its name or its mail has the words that were typed; what has not was found by its number: "NIT 900765432". */
function foundByWords({ name, label, kind }: Hit, typed: string): boolean {
  const words = plainWords(typed).split(/\s+/).filter(Boolean);
  const mail = kind === "person" || kind === "official" ? (label ?? "") : "";
  const text = plainWords(`${name ?? ""} ${mail}`);
  return words.length > 0 && words.every((word) => text.includes(word));
}

/**
 * All that has this number or this name, of what the person may read. The search is in the log, what was typed is not.
 * `exact` is the one hit that can only be what was meant.
 */
export async function searchEverywhere(grant: Grant<"caja.search">, typed: string, client: { ip: string }) {
  const db = databaseFor(grant);
  const readings = searchReadings(typed, await listKindCodes(db));
  const hits = await call(db, "search_everywhere", {
    actor: grant.actor.personId,
    readings,
    limit: MOST_OF_A_KIND,
    ip: client.ip,
  });
  const [first, second] = hits;
  const isExact = (hit: typeof first) =>
    hit !== undefined &&
    (!named.includes(hit.kind) ||
      !foundByWords(hit, typed) ||
      sameWords(hit.name ?? "", typed) ||
      hit.label?.toLowerCase() === typed.trim().toLowerCase());
  return { hits, exact: second === undefined && isExact(first) ? first : undefined };
}

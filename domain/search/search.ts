import { databaseFor } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import { listKindCodes } from "@/db/queries/order-kind";
import { type CajaActor, can, type Grant, type Permission } from "@/model/access";
import { plainWords, searchReadings } from "./readings";

/** So many hits of a kind are shown. */
const MOST_OF_A_KIND = 25;

export type Hit = Answer<"search_everywhere">[number];

/** What lets a person of the caja find a kind: any of these permissions, as in `search_everywhere`. */
const foundWith: Record<Hit["kind"], readonly Permission[]> = {
  order: ["order.find"],
  affiliate: ["order.find"],
  lookup: ["lookup.read"],
  receipt: ["order.find"],
  proof: ["lookup.read"],
  request: ["request.read"],
  report: ["report.read", "order.find"],
  rights: ["rights.read"],
  provider: ["provider.read"],
  agreement: ["agreement.read"],
  person: ["provider.read"],
  official: ["people.read"],
  invoice: ["settlement.read"],
  payment: ["settlement.read"],
};

/** The kinds that a person can find, and those that only other roles find. */
export function searchableKinds(actor: CajaActor): { own: Hit["kind"][]; others: Hit["kind"][] } {
  const kinds = Object.keys(foundWith) as Hit["kind"][];
  const finds = (kind: Hit["kind"]) => foundWith[kind].some((permission) => can(actor, permission));
  return { own: kinds.filter(finds), others: kinds.filter((kind) => !finds(kind)) };
}

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

import { databaseFor } from "@/db/client";
import { closePlaceRow, saveBranchRow, saveCounterRow } from "@/db/queries/branch";
import { teamActor } from "@/domain/team/team";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import type { BranchNameInput, CounterNameInput } from "./schema";

type Client = { ip: string };

/** Opens or renames a branch. @throws Refusal "name_taken" · "place_closed" · "too_many_places" */
export async function saveBranch(grant: Grant<"team.manage">, input: BranchNameInput, client: Client) {
  refuseUnlessDone(await saveBranchRow(databaseFor(grant), teamActor(grant, client), input));
}

/** Opens or renames a counter. @throws Refusal "name_taken" · "place_closed" · "too_many_places" */
export async function saveCounter(grant: Grant<"team.manage">, input: CounterNameInput, client: Client) {
  refuseUnlessDone(await saveCounterRow(databaseFor(grant), teamActor(grant, client), input));
}

/** Closes a branch with its counters, or one counter; old rows keep its name. @throws Refusal "place_closed" */
export async function closePlace(grant: Grant<"team.manage">, placeId: string, client: Client) {
  refuseUnlessDone(await closePlaceRow(databaseFor(grant), teamActor(grant, client), placeId));
}

function refuseUnlessDone(outcome: string): void {
  if (outcome === "done") return;
  if (outcome === "name_taken" || outcome === "too_many_places" || outcome === "not_allowed")
    throw new Refusal(outcome);
  throw new Refusal("place_closed");
}

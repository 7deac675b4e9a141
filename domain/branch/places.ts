import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { requireDone } from "@/domain/outcome";
import type { Grant } from "@/model/access";
import type { BranchNameInput, CounterNameInput } from "./schema";

type TeamGrant = Grant<"team.manage">;
type Client = { ip: string };

/** Opens or renames a branch. @throws Refusal "name_taken" · "place_closed" · "too_many_places" · "not_allowed" */
export async function saveBranch(grant: TeamGrant, { branch, name }: BranchNameInput, client: Client) {
  const outcome = await call(databaseFor(grant), "save_branch", { ...asker(grant, client), branch, name });
  requireDone("place_outcome", outcome);
}

/** Opens or renames a counter. @throws Refusal "name_taken" · "place_closed" · "too_many_places" · "not_allowed" */
export async function saveCounter(grant: TeamGrant, input: CounterNameInput, client: Client) {
  const { branch, counter, name } = input;
  const outcome = await call(databaseFor(grant), "save_counter", {
    ...asker(grant, client),
    branch,
    counter,
    name,
  });
  requireDone("place_outcome", outcome);
}

/** Closes a branch with its counters, or one counter; old rows keep its name. @throws Refusal "place_closed" · "not_allowed" */
export async function closePlace(grant: TeamGrant, place: string, client: Client) {
  const outcome = await call(databaseFor(grant), "close_place", { ...asker(grant, client), place });
  requireDone("place_outcome", outcome);
}

function asker({ actor }: TeamGrant, { ip }: Client) {
  return { provider: actor.provider.id, actor: actor.personId, ip };
}

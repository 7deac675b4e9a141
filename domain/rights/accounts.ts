import { randomUUID } from "node:crypto";
import { databaseFor } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import { requireDone } from "@/domain/outcome";
import { searchWords } from "@/domain/search/readings";
import type { Grant } from "@/model/access";
import { type DeskRights, requireRightsRequest } from "./desk";
import { holderKeys } from "./held-data";
import type { NameAccountInput } from "./schema";

/** So many accounts are shown of those that have the words. */
const MOST_ACCOUNTS = 20;
export type RightsAccount = Answer<"list_rights_accounts">[number];

/**
 * The accounts that were named as the person's, and those whose name or e-mail has what was typed; that somebody
 * searched stands in the log. `isMore`: there are more than are shown.
 */
export async function listRightsAccounts(
  grant: Grant<"rights.handle">,
  request: DeskRights & { content: NonNullable<DeskRights["content"]> },
  typed: string,
  client: { ip: string },
): Promise<{ accounts: RightsAccount[]; isMore: boolean }> {
  const found = await call(databaseFor(grant), "list_rights_accounts", {
    actor: grant.actor.personId,
    number: request.number,
    words: searchWords(typed).map((word) => `%${word}%`),
    holder: holderKeys(request),
    limit: MOST_ACCOUNTS + 1,
    ip: client.ip,
  });
  return { accounts: found.slice(0, MOST_ACCOUNTS), isMore: found.length > MOST_ACCOUNTS };
}

/**
 * Names an account as that of the person of a request, or takes that back.
 * @throws Refusal "rights_unproven" · "rights_other_number" · "rights_changed" · "rights_closed" · "rights_gone"
 */
export async function nameRightsAccount(
  grant: Grant<"rights.handle">,
  { number, version, person, theirs }: NameAccountInput,
  client: { ip: string },
): Promise<void> {
  const outcome = await call(databaseFor(grant), "name_rights_account", {
    actor: grant.actor.personId,
    number,
    version,
    step: randomUUID(),
    person,
    isTheirs: theirs === "yes",
    holder: holderKeys(await requireRightsRequest(grant, number, client)),
    ip: client.ip,
  });
  requireDone("rights_outcome", outcome);
}

import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { requireDone } from "@/domain/outcome";
import type { Grant } from "@/model/access";
import type { NoticeChoices } from "./notice-schema";

/** The notices that this person may get, each as it was chosen. */
export function readNoticeChoices(grant: Grant<"caja.dashboard">) {
  return call(databaseFor(grant), "list_notice_choices", { person: grant.actor.personId });
}

/** Keeps and logs the person's own choices. @throws Refusal "not_allowed" when the access ended */
export async function saveNoticeChoices(
  grant: Grant<"caja.dashboard">,
  choices: NoticeChoices,
  { ip }: { ip: string },
): Promise<void> {
  const outcome = await call(databaseFor(grant), "save_notice_choices", {
    actor: grant.actor.personId,
    choices: JSON.parse(JSON.stringify(choices)),
    ip,
  });
  requireDone("notice_choice_outcome", outcome);
}

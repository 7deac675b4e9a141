import { owner } from "@/tests/support/factories/account";

/** The audit events of a subject, oldest first: action, actor, provider. */
export async function loggedEvents(subject: string): Promise<[string, string | null, string | null][]> {
  const rows = await owner<{ action: string; actor_id: string | null; provider_id: string | null }[]>`
    select action, actor_id, provider_id from audit_event where subject_id = ${subject} order by seq`;
  return rows.map(({ action, actor_id, provider_id }) => [action, actor_id, provider_id]);
}

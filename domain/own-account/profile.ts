import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { openPerson, sealPerson } from "@/domain/account/sealed-fields";
import { requireDone } from "@/domain/outcome";
import { tokenHash } from "@/lib/crypto/token";
import { Refusal } from "@/model/refusal";
import type { ProfileInput } from "./schema";

/** What a person sees and corrects of themselves; null without a whole session. */
export async function readOwnProfile(token: string) {
  const row = await call(doorDatabase(), "read_own_profile", { tokenHash: tokenHash(token) });
  return row && openPerson(row);
}

/**
 * Corrects the person's name and mobile; an empty one is taken away.
 * @throws Refusal "proof_needed" · "not_allowed"
 */
export async function changeOwnProfile(
  token: string,
  { name, mobile }: ProfileInput,
  { ip }: { ip: string },
): Promise<void> {
  const own = await readOwnProfile(token);
  if (!own) throw new Refusal("not_allowed");
  const sealed = sealPerson(own.id, { idNumber: null, mobile });
  const outcome = await call(doorDatabase(), "change_own_profile", {
    tokenHash: tokenHash(token),
    name,
    sealed,
    ip,
  });
  requireDone("factor_outcome", outcome);
}

import type { Database } from "@/db/client";
import { findRepresentative } from "@/db/queries/provider";
import { openPerson } from "@/domain/account/sealed-fields";

/** The owner who has answered for a provider the longest, with ID number and mobile; null when it has none. */
export async function openRepresentative(db: Database, providerId: string) {
  const found = await findRepresentative(db, providerId);
  return found && openPerson(found);
}

import { cache } from "react";
import { currentActor } from "@/app/_server/auth/session";
import { isDatabaseDown } from "@/db/connection";
import { readLookup } from "@/domain/lookup/read-lookup";
import { settleUseOfKey } from "@/domain/use/use-order";
import { currentClient } from "@/lib/http/client";
import { isUuid } from "@/lib/http/uuid";
import { logError } from "@/lib/log";
import { authorize, can } from "@/model/access";

type UseOutcome = {
  /**
   * `nobody`: not signed in or no permission. `unknown`: the database cannot be asked, so nothing may be
   * claimed.
   */
  state: "registered" | "not_registered" | "unknown" | "missing" | "nobody";
  receipt: string | null;
};

const none = (state: UseOutcome["state"]): UseOutcome => ({ state, receipt: null });

/** Outcome of the use with this idempotency key. Cached per request, for the page and its title. */
export const outcomeOf = cache(async (lookupId: string, key: string): Promise<UseOutcome> => {
  if (!isUuid(lookupId) || !isUuid(key)) return none("missing");
  try {
    const actor = await currentActor();
    if (actor?.kind !== "provider" || !can(actor, "order.use")) return none("nobody");
    if (!(await readLookup(authorize(actor, "order.look_up"), lookupId))) return none("missing");
    const receipt = await settleUseOfKey(authorize(actor, "order.use"), lookupId, key, await currentClient());
    return receipt ? { state: "registered", receipt } : none("not_registered");
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    logError("use.outcome_unknown", error, {}, "warn");
    return none("unknown");
  }
});

import { randomUUID } from "node:crypto";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { askerBudgets, askerOf, lookupBudgets } from "@/domain/lookup/budget";
import { affiliateIdIndex } from "@/domain/order/affiliate-id-index";
import { checkIndex } from "@/domain/order-code/check-index";
import { seal } from "@/lib/crypto/seal";
import { type Grant, unnamedDevice } from "@/model/access";
import { bareIdNumber, idReadings } from "@/model/identity/identity-document";
import { orderNumberReadings } from "@/model/order-number";
import type { LookUpInput } from "./schema";

/**
 * Looks an order up by the affiliate's ID, kind and number; returns the id of the answer page. Hit or miss, the
 * work is the same and the look-up is audited. The paper's check code opens the answer even when the budget of
 * the ID or number is spent.
 */
export async function lookUpOrder(
  grant: Grant<"order.look_up">,
  input: LookUpInput,
  client: { ip: string; counterId?: string | null },
): Promise<string> {
  const { personId, provider } = grant.actor;
  const id = randomUUID();
  const asker = { ...askerOf(grant), ip: client.ip };
  const { kindCode, checkCode } = input;
  // Different spellings are the same look-up: it is made with all readings and counted under the normalised
  // one.
  const keys = orderNumberReadings(input.number, kindCode);
  const numberKey = keys.at(-1) ?? "";
  const db = databaseFor(grant);
  const ownKeys = checkCode ? await call(db, "own_series_keys", { kind: kindCode, keys }) : [];
  const checks = checkCode ? [...keys, ...ownKeys].map((key) => checkIndex(kindCode, key, checkCode)) : [];
  const idIndex = affiliateIdIndex(bareIdNumber(input.idNumber));
  await call(db, "look_up_order", {
    lookup: id,
    person: personId,
    provider: provider.id,
    channel: checkCode ? "check_code" : "typed",
    ip: client.ip,
    kind: kindCode,
    // Only processes of an earlier version say it.
    numberTyped: "",
    numberKey,
    numberSealed: seal(input.number, typedNumberPlace(id)),
    idIndex,
    idSealed: seal(input.idNumber, typedIdPlace(id)),
    budgets: checkCode
      ? askerBudgets(asker)
      : lookupBudgets({ ...asker, affiliate: idIndex.toString("hex"), kindCode, numberKey }),
    checkIndex: checks.at(-1) ?? null,
    counter: client.counterId ?? null,
    device: unnamedDevice(grant.actor),
    readings: {
      numbers: keys,
      ids: idReadings(input.idNumber).map((reading) => affiliateIdIndex(reading).toString("hex")),
      checks: checks.map((check) => check.toString("hex")),
    },
  });
  return id;
}

/** Context to which what was typed as the number is encrypted. */
export function typedNumberPlace(lookupId: string): string {
  return `lookup.typed_number:${lookupId}`;
}

/** Context to which the typed ID is encrypted. */
export function typedIdPlace(lookupId: string): string {
  return `lookup.typed_id:${lookupId}`;
}

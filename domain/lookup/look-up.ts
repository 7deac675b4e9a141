import { randomUUID } from "node:crypto";
import { databaseFor } from "@/db/client";
import { listOwnSeriesKeys, recordLookup } from "@/db/queries/lookup";
import { askerBudgets, lookupBudgets } from "@/domain/lookup/budget";
import type { LookUpInput } from "@/domain/order/schema";
import { checkIndex } from "@/domain/order-code/check-index";
import { blindIndex } from "@/lib/crypto/blind-index";
import { seal } from "@/lib/crypto/seal";
import type { Grant } from "@/model/access";
import { bareIdNumber, idReadings } from "@/model/identity/identity-document";
import { orderNumberReadings } from "@/model/order-number";

/**
 * Asks for an order by the affiliate's ID, kind and number; answers the id of the answer page. Hit or miss,
 * the work is the same and the question is in the log. The check code on the paper opens the answer when the
 * budget of the ID or the number is spent.
 */
export async function lookUpOrder(
  grant: Grant<"order.look_up">,
  input: LookUpInput,
  client: { ip: string; counterId?: string | null },
): Promise<string> {
  const { personId, provider } = grant.actor;
  const id = randomUUID();
  const asker = { personId, providerId: provider.id, ip: client.ip };
  const { kindCode, checkCode } = input;
  // Every way of writing the same is one question: asked for with all its readings, counted under the barest.
  const keys = orderNumberReadings(input.number, kindCode);
  const numberKey = keys.at(-1) ?? "";
  const checked = checkCode
    ? [...keys, ...(await listOwnSeriesKeys(databaseFor(grant), kindCode, keys))]
    : [];
  const idIndex = blindIndex(bareIdNumber(input.idNumber));
  await recordLookup(databaseFor(grant), grant, {
    id,
    channel: checkCode ? "check_code" : "typed",
    ip: client.ip,
    kindCode,
    numberTyped: input.number,
    numberKey,
    numberKeys: keys,
    idIndex,
    idIndexes: idReadings(input.idNumber).map(blindIndex),
    counterId: client.counterId ?? null,
    idSealed: seal(input.idNumber, typedIdPlace(id)),
    checkIndexes: checkCode ? checked.map((key) => checkIndex(kindCode, key, checkCode)) : null,
    budgets: checkCode
      ? askerBudgets(asker)
      : lookupBudgets({ ...asker, affiliate: idIndex.toString("hex"), kindCode, numberKey }),
  });
  return id;
}

/** Where the ID that was typed is sealed to. */
export function typedIdPlace(lookupId: string): string {
  return `lookup.typed_id:${lookupId}`;
}

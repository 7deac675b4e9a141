import { lookUpOrder } from "@/domain/lookup/look-up";
import { readLookup } from "@/domain/lookup/read-lookup";
import type { Grant } from "@/model/access";
import { client } from "./use-order";

type Typed = { idNumber: string; number: string };

/** The look-up form of an order, or of numbers as they are typed. */
export const typedLookUp = (order: Typed) => ({ ...order, kindCode: "AS" });

/** Looks up and returns the outcome. */
export async function lookUpOutcome(grant: Grant<"order.look_up">, order: Typed) {
  const id = await lookUpOrder(grant, typedLookUp(order), client());
  return (await readLookup(grant, id))?.outcome;
}

/** Proofs for the type checker: a call without the right grant does not compile. */

import { lookUpOrder } from "@/domain/lookup/look-up";
import type { Grant } from "@/model/access";

const input = { idNumber: "1042555318", kindCode: "AS", number: "0004521" };

export async function proofs(mayFind: Grant<"order.find">, mayLookUp: Grant<"order.look_up">) {
  await lookUpOrder(mayLookUp, input, { ip: "127.0.0.1" });
  // @ts-expect-error the caja's permission to find orders is not a provider's to look them up
  await lookUpOrder(mayFind, input, { ip: "127.0.0.1" });
  // @ts-expect-error a grant cannot be written down
  await lookUpOrder({ actor: mayLookUp.actor }, input, { ip: "127.0.0.1" });
}

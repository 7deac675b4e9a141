import { databaseFor } from "@/db/client";
import { saveOrderKind } from "@/db/queries/order-kind";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import type { KindInput } from "./schema";

/**
 * Adds a kind of order, or changes the rules of a known one. Orders already issued keep their own data.
 * @throws Refusal "kind_changed" when somebody saved after the form was opened · "kind_code_taken" ·
 * "kinds_full" · "not_allowed"
 */
export async function saveKind(
  grant: Grant<"settings.edit">,
  input: KindInput,
  client: { ip: string },
): Promise<void> {
  const outcome = await saveOrderKind(databaseFor(grant), grant, input, client.ip);
  switch (outcome) {
    case "done":
      return;
    case "changed":
      throw new Refusal("kind_changed");
    case "code_taken":
      throw new Refusal("kind_code_taken");
    case "kinds_full":
      throw new Refusal("kinds_full");
    default:
      throw new Refusal("not_allowed");
  }
}

import { databaseFor } from "@/db/client";
import { saveCompareMode as saveRow } from "@/db/queries/caja-settings";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import type { CompareModeInput } from "./schema";

/** @throws Refusal "caja_changed" when somebody saved after the form was opened · "not_allowed" */
export async function saveCompareMode(
  grant: Grant<"settings.edit">,
  input: CompareModeInput,
  client: { ip: string },
): Promise<void> {
  const outcome = await saveRow(databaseFor(grant), grant, input, client.ip);
  if (outcome === "done") return;
  throw new Refusal(outcome === "changed" ? "caja_changed" : "not_allowed");
}

import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { requireDone } from "@/domain/outcome";
import type { Grant } from "@/model/access";
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
  const { code, version, ...kind } = input;
  const outcome = await call(databaseFor(grant), "save_order_kind", {
    actor: grant.actor.personId,
    code,
    version,
    rules: {
      name: kind.name,
      number_prefix: kind.numberPrefix,
      number_length: kind.numberLength,
      core_digits_only: kind.coreDigitsOnly,
      core_shortest: kind.coreShortest,
      core_longest: kind.coreLongest,
      validity_days: kind.validityDays,
      validity_until: kind.validityUntil,
      to_working_day: kind.toWorkingDay,
      largest_value: kind.largestValue,
      approval_from: kind.approvalFrom,
      provider_rule: kind.providerRule,
      shown_fields: kind.shownFields,
      registers_use: kind.registersUse,
      claim_first: kind.claimFirst,
      partial_use: kind.partialUse,
      position: kind.position,
      active: kind.active,
    },
    ip: client.ip,
  });
  requireDone("kind_outcome", outcome);
}

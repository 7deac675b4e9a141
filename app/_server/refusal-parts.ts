import "server-only";
import type { Messages } from "@/messages/es-CO";

/** Names of the parts and states that a refusal can mention. */
export const refusalParts = ({ admin, compare, settlement }: Messages) => ({
  ...compare.parts,
  ...settlement.states,
  ...admin.orders.standings,
  ...admin.seenParts,
});

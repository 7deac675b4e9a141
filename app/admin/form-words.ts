import "server-only";
import { currentMessages } from "@/messages";

/** The words that every form of the caja needs, as finished strings. */
export async function adminFormWords() {
  const { admin, common, compare, settlement } = await currentMessages();
  // What a decision can be refused for: parts of an order, of a request, states of an order or a use.
  const parts = {
    ...compare.parts,
    ...settlement.states,
    ...admin.orders.standings,
    ...admin.seenParts,
  };
  return { ...admin.form, refusals: common.refusals, parts };
}

export type AdminFormWords = Awaited<ReturnType<typeof adminFormWords>>;

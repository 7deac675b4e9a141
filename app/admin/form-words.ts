import "server-only";
import { currentMessages } from "@/messages";

/** The words that every form of the caja needs, as finished strings. */
export async function adminFormWords() {
  const { admin, common } = await currentMessages();
  return { ...admin.form, refusals: common.refusals };
}

export type AdminFormWords = Awaited<ReturnType<typeof adminFormWords>>;

import "server-only";
import { currentMessages } from "@/messages";

/** The words that every form of the account needs, as finished strings. */
export async function formWords() {
  const { account, common } = await currentMessages();
  return { ...account.form, refusals: common.refusals };
}

export type AccountFormWords = Awaited<ReturnType<typeof formWords>>;

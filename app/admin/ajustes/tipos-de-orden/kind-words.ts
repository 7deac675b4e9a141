import "server-only";
import { adminFormWords } from "@/app/admin/form-words";
import type { Messages } from "@/messages/es-CO";

/** The words of the form, as finished strings. */
export async function kindWords(t: Messages["admin"]["kinds"]) {
  const { editTitle, days, until, ...words } = t;
  return { ...(await adminFormWords()), ...words };
}

export type KindWords = Awaited<ReturnType<typeof kindWords>>;

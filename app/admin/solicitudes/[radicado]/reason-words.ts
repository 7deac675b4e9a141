import "server-only";
import type { ReasonWords } from "@/domain/request/reasons";
import { messagesIn } from "@/messages";

/** The sentences of reasons in the language of the e-mail that carries them, whatever who decides reads in. */
export const reasonWords = (): ReasonWords => messagesIn("es-CO").mails.requests.reasons;

/** What the provider calls a document. */
export async function documentNames(): Promise<(kind: string) => string> {
  const names: Readonly<Record<string, string>> = messagesIn("es-CO").requests.documents;
  return (kind) => names[kind] ?? kind;
}

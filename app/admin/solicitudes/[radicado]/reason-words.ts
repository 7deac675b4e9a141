import "server-only";
import type { ReasonWords } from "@/domain/request/reasons";
import { messagesIn } from "@/messages";

/** The sentences of reasons in the language of the e-mail that carries them, whatever who decides reads in. */
export const reasonWords = (): ReasonWords => messagesIn("es-CO").mails.requests.reasons;

/** What the provider calls a document. */
export const namedBy =
  (documents: readonly { kind: string; name: string }[]) =>
  (kind: string): string =>
    documents.find((each) => each.kind === kind)?.name ?? kind;

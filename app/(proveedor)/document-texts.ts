import "server-only";
import type { FaultWords } from "@/app/_server/http/answered";
import { type DueDocument, fieldOf, hasToCome } from "@/domain/request/documents-due";
import { shortDate } from "@/lib/format/date";
import { currentMessages, messagesIn } from "@/messages";
import type { Messages } from "@/messages/es-CO";

/** A document's field, in the reader's words. */
export type DocumentText = {
  field: string;
  needed: boolean;
  label: string;
  hint: string;
  faults: Readonly<Record<string, string>>;
};

type Requests = Messages["requests"];
type Named = Pick<DueDocument, "kind" | "name">;

/**
 * What is stored about a document, in the reader's language as long as the caja has not worded it anew: until then it
 * is what every installation starts with, in the first language.
 */
function worded(
  kind: string,
  stored: string,
  of: (requests: Requests) => object,
  requests: Requests,
): string {
  const text = (words: object): unknown => Object.entries(words).find(([key]) => key === kind)?.[1];
  const own = text(of(requests));
  return text(of(messagesIn("es-CO").requests)) === stored && typeof own === "string" ? own : stored;
}

/** What a document is called. */
export const documentName = ({ kind, name }: Named, requests: Requests): string =>
  worded(kind, name, (of) => of.documents, requests);

/** The documents that a form asks for; `corrects` says beside each what is there now. */
export async function documentTexts(
  asked: readonly DueDocument[],
  corrects: boolean,
): Promise<DocumentText[]> {
  const { requests } = await currentMessages();
  return asked.map((document) => {
    const name = documentName(document, requests);
    const needed = hasToCome(document);
    return {
      field: fieldOf(document.kind),
      needed,
      label: needed || corrects ? name : requests.form.optional(name),
      hint: hintOf(document, requests),
      faults: faultsOf(document, name, requests),
    };
  });
}

function hintOf(
  { kind, due, fileName, givenAt, largestAgeDays, ...stored }: DueDocument,
  requests: Requests,
) {
  const { form, correction } = requests;
  if (fileName !== null && givenAt !== null)
    return due !== "old"
      ? correction.current(fileName)
      : largestAgeDays !== null
        ? form.tooOld(fileName, shortDate(givenAt), String(largestAgeDays))
        : form.isOld(fileName, shortDate(givenAt));
  const example = worded(kind, stored.example, (of) => of.documentExamples, requests);
  return [
    largestAgeDays === null ? "" : form.age(String(largestAgeDays), largestAgeDays === 1),
    worded(kind, stored.hint, (of) => of.documentHints, requests),
    example ? form.example(example) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** Sentences that were written for a document, as long as it has its name; else those for any. */
function faultsOf({ kind, name }: Named, shown: string, requests: Requests): Record<string, string> {
  const written = Object.entries(requests.errors).find(([field]) => field === fieldOf(kind))?.[1];
  const isNamedSo = Object.entries(messagesIn("es-CO").requests.documents).some(
    ([known, words]) => known === kind && words === name,
  );
  const any = Object.entries(requests.anyDocument).map(([fault, words]) => [fault, words(shown)]);
  return { ...Object.fromEntries(any), ...(isNamedSo ? written : {}) };
}

/** Sentences for the errors of the form, in its order. */
export function requestErrors(
  documents: readonly DocumentText[],
  { errors }: Requests,
  { errors: account }: Messages["bankAccount"],
): FaultWords {
  const { agreementNumber, note } = errors;
  const { bankMissing, accountKindMissing, accountNumberMissing, accountNumberWrong, unreadable } = account;
  return {
    ...Object.fromEntries(documents.map(({ field, faults }) => [field, faults])),
    bank: { bankMissing, accountNumberWrong },
    accountKind: { accountKindMissing, accountNumberWrong },
    accountNumber: { accountNumberMissing, accountNumberWrong, unreadable },
    agreementNumber,
    note,
  };
}

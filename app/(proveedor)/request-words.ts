import "server-only";
import { errorsByField, formWords } from "@/app/_server/form-words";
import type { WantedAccount } from "@/domain/bank-account/read";
import { currentMessages } from "@/messages";
import { type DocumentText, requestErrors } from "./document-texts";

/** Words of the forms of a request and of its correction, with the documents that they ask for. */
export async function requestWords(documents: readonly DocumentText[], account: WantedAccount) {
  const { requests, bankAccount } = await currentMessages();
  const { form, correction } = requests;
  return {
    ...(await formWords(errorsByField(requestErrors(documents, requests, bankAccount)))),
    documentsHint: form.documentsHint,
    arriving: form.arriving,
    documents,
    agreement: form.agreement,
    agreementHint: form.agreementHint,
    note: correction.note,
    account: account && (account.needed ? ("needed" as const) : ("optional" as const)),
  };
}

export type RequestWords = Awaited<ReturnType<typeof requestWords>>;

import "server-only";
import { errorsByField, formWords } from "@/app/_server/form-words";
import { currentMessages } from "@/messages";

/** Words of the forms of a request and of its correction. */
export async function requestWords() {
  const { requests } = await currentMessages();
  const { form, documents, correction } = requests;
  return {
    ...(await formWords(errorsByField(requests.errors))),
    documentsHint: form.documentsHint,
    arriving: form.arriving,
    fileFaults: { rut: requests.errors.rut, camara: requests.errors.camara },
    rut: documents.rut,
    chamber: documents.chamber,
    agreement: form.agreement,
    agreementHint: form.agreementHint,
    note: correction.note,
  };
}

export type RequestWords = Awaited<ReturnType<typeof requestWords>>;

import "server-only";
import { keepTyped } from "@/app/_server/http/kept-form";
import type { MultipartForm } from "@/app/_server/http/multipart-form";
import { type DocumentFault, LARGEST_DOCUMENT_BYTES } from "@/domain/request/document";
import { readRequestDocument } from "@/domain/request/read-document";
import { CorrectionText } from "@/domain/request/schema";
import type { RequestDocument } from "@/model/request";

type Text = "agreementNumber" | "note";

/** Reads a request with both documents. Errors are keys of `requests.errors`. */
export const requestForm = formWith(readRequestDocument);

/** Reads a correction: a document that is not sent stays as it is. */
export const correctionForm = formWith(async (entry) => {
  const read = await readRequestDocument(entry);
  return read === "missing" ? null : read;
});

function formWith(
  readDocument: (entry: FormDataEntryValue | null) => Promise<RequestDocument | DocumentFault | null>,
): MultipartForm<typeof CorrectionText, Text, "rut" | "camara", RequestDocument> {
  return {
    largestBytes: 2 * LARGEST_DOCUMENT_BYTES + 64 * 1024,
    texts: ["agreementNumber", "note"],
    schema: CorrectionText,
    readable: ["agreementNumber", "note"],
    files: { rut: readDocument, camara: readDocument },
    tooBig: { rut: "oneTooBig" },
    malformed: { rut: "missing" },
    keep: keepTyped,
  };
}

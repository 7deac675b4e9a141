import "server-only";
import { keepTyped } from "@/app/_server/http/kept-form";
import type { MultipartForm } from "@/app/_server/http/multipart-form";
import { LARGEST_DOCUMENT_BYTES } from "@/domain/request/document";
import { type DueDocument, fieldOf, hasToCome } from "@/domain/request/documents-due";
import { readRequestDocument } from "@/domain/request/read-document";
import { CorrectionText } from "@/domain/request/schema";
import type { RequestDocument } from "@/model/request";

/**
 * Reads a request or its correction with the documents that are asked for; one that need not come may be left out.
 * Errors are keys of `requestErrors`.
 */
export function requestForm(
  asked: readonly DueDocument[],
): MultipartForm<typeof CorrectionText, "agreementNumber" | "note", string, RequestDocument> {
  const fields = asked.map(({ kind }) => fieldOf(kind));
  const [first = "agreementNumber"] = fields;
  const reader = (needed: boolean) => async (entry: FormDataEntryValue | null) => {
    const read = await readRequestDocument(entry);
    return read === "missing" && !needed ? null : read;
  };
  return {
    largestBytes: asked.length * LARGEST_DOCUMENT_BYTES + 64 * 1024,
    texts: ["agreementNumber", "note"],
    schema: CorrectionText,
    readable: ["agreementNumber", "note"],
    files: Object.fromEntries(asked.map((document) => [fieldOf(document.kind), reader(hasToCome(document))])),
    tooBig: { [first]: first === "agreementNumber" ? "agreementLong" : "oneTooBig" },
    malformed: { [first]: first === "agreementNumber" ? "unreadable" : "missing" },
    keep: keepTyped,
  };
}

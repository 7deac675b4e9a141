import "server-only";
import { keepTyped } from "@/app/_server/http/kept-form";
import type { MultipartForm } from "@/app/_server/http/multipart-form";
import type { WantedAccount } from "@/domain/bank-account/read";
import { accountFields } from "@/domain/bank-account/schema";
import { LARGEST_DOCUMENT_BYTES } from "@/domain/request/document";
import { type DueDocument, fieldOf, hasToCome } from "@/domain/request/documents-due";
import { readRequestDocument } from "@/domain/request/read-document";
import { type AccountRule, requestTexts } from "@/domain/request/schema";
import type { RequestDocument } from "@/model/request";

const texts = ["agreementNumber", "note", ...accountFields] as const;

const accountRule = (account: WantedAccount): AccountRule =>
  account && (account.needed ? "needed" : "optional");

/**
 * Reads a request or its correction with the documents that are asked for; one that need not come may be left out.
 * Errors are keys of `requestErrors`.
 */
export function requestForm(
  asked: readonly DueDocument[],
  account: WantedAccount,
): MultipartForm<ReturnType<typeof requestTexts>, (typeof texts)[number], string, RequestDocument> {
  const fields = asked.map(({ kind }) => fieldOf(kind));
  const [first = "agreementNumber"] = fields;
  const reader = (needed: boolean) => async (entry: FormDataEntryValue | null) => {
    const read = await readRequestDocument(entry);
    return read === "missing" && !needed ? null : read;
  };
  return {
    largestBytes: asked.length * LARGEST_DOCUMENT_BYTES + 64 * 1024,
    texts,
    schema: requestTexts(accountRule(account)),
    readable: ["agreementNumber", "note", ...(account ? ["accountNumber"] : [])],
    files: Object.fromEntries(asked.map((document) => [fieldOf(document.kind), reader(hasToCome(document))])),
    tooBig: { [first]: first === "agreementNumber" ? "agreementLong" : "oneTooBig" },
    malformed: { [first]: first === "agreementNumber" ? "unreadable" : "missing" },
    keep: keepTyped,
  };
}

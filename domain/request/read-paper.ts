import { cleanFileName } from "@/lib/files/name";
import { sniffType } from "@/lib/files/sniff";
import {
  type DocumentFault,
  type DocumentType,
  documentTypes,
  LARGEST_DOCUMENT_BYTES,
  type RequestPaper,
} from "./document";

/** The paper of a file field, its type read from its bytes, or what is wrong with it. */
export async function readPaper(entry: FormDataEntryValue | null): Promise<RequestPaper | DocumentFault> {
  // A file field left alone posts a file without a name.
  if (entry === null || typeof entry === "string" || (entry.name === "" && entry.size === 0))
    return "missing";
  if (entry.size === 0) return "empty";
  if (entry.size > LARGEST_DOCUMENT_BYTES) return "tooBig";
  const content = Buffer.from(await entry.arrayBuffer());
  const type = await sniffType(content);
  return isDocumentType(type) ? { name: cleanFileName(entry.name, "archivo"), type, content } : "notReadable";
}

function isDocumentType(type: string | null): type is DocumentType {
  return documentTypes.some((known) => known === type);
}

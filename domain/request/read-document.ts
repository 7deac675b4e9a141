import { cleanFileName } from "@/lib/files/name";
import { sniffType } from "@/lib/files/sniff";
import { stripMetadata } from "@/lib/files/strip-metadata";
import { type DocumentType, documentTypes, type RequestDocument } from "@/model/request";
import { type DocumentFault, LARGEST_DOCUMENT_BYTES } from "./document";

const LONGEST_STEM = 116;
/** Bytes in which a reader of PDF looks for the beginning of one. */
const PDF_BEGINS_WITHIN = 1_024;

/** The document of a file field, its type read from its bytes, or its fault. */
export async function readRequestDocument(
  entry: FormDataEntryValue | null,
): Promise<RequestDocument | DocumentFault> {
  // A file field left alone posts a file without a name.
  if (entry === null || typeof entry === "string" || (entry.name === "" && entry.size === 0))
    return "missing";
  if (entry.size === 0) return "empty";
  if (entry.size > LARGEST_DOCUMENT_BYTES) return "tooBig";
  const sent = await withoutPreamble(Buffer.from(await entry.arrayBuffer()));
  const type = await sniffType(sent);
  const content = isDocumentType(type) ? keptContent(type, sent) : null;
  if (!isDocumentType(type) || !content) return "notReadable";
  return { name: documentName(entry.name, type), type, content };
}

/**
 * A PDF from its first sign on. What stands before it is a blank line, a mark of bytes or what a printer was told
 * (PJL), and readers of PDF look for its beginning as far as here.
 */
async function withoutPreamble(content: Buffer): Promise<Buffer> {
  const at = content.subarray(0, PDF_BEGINS_WITHIN).indexOf("%PDF-");
  const type = at > 0 ? await sniffType(content) : "";
  return type === null || type === "application/pdf" ? content.subarray(at) : content;
}

/**
 * What is kept of a document: a picture without what the camera wrote beside it, and null for a truncated one, which
 * is unusable. A PDF is kept as it came, since its readers repair what they can.
 */
function keptContent(type: DocumentType, sent: Buffer): Buffer | null {
  if (type === "application/pdf") return sent;
  const clean = stripMetadata(type, sent);
  return clean && Buffer.from(clean);
}

const endings: Record<DocumentType, { own: RegExp; usual: string }> = {
  "application/pdf": { own: /\.pdf$/i, usual: ".pdf" },
  "image/jpeg": { own: /\.(jpe?g|jfif)$/i, usual: ".jpg" },
  "image/png": { own: /\.png$/i, usual: ".png" },
};

/** The original name with the extension of the detected type. */
function documentName(name: string, type: DocumentType): string {
  const { own, usual } = endings[type];
  const clean = cleanFileName(name, "archivo").replace(/[. ]+$/, "") || "archivo";
  return own.test(clean) ? clean : `${[...clean].slice(-LONGEST_STEM).join("")}${usual}`;
}

function isDocumentType(type: string | null): type is DocumentType {
  return documentTypes.some((known) => known === type);
}

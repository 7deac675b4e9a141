export const LARGEST_DOCUMENT_BYTES = 10 * 1024 * 1024;
export const documentTypes = ["application/pdf", "image/jpeg", "image/png"] as const;
export type DocumentType = (typeof documentTypes)[number];

/** A paper whose type was read from its bytes. */
export type RequestDocument = { name: string; type: DocumentType; content: Buffer };
export type DocumentFault = "missing" | "empty" | "tooBig" | "notReadable";

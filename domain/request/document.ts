export const LARGEST_DOCUMENT_BYTES = 10 * 1024 * 1024;

export type DocumentFault = "missing" | "empty" | "tooBig" | "notReadable";

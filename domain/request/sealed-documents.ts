import { createHash, randomUUID } from "node:crypto";
import { sealBytes, unsealBytes } from "@/lib/crypto/seal";
import type { Uploads } from "./documents-due";

/** The place to which a document's content is sealed (lib/crypto/seal.ts). A copy of it keeps the first one's. */
export const documentPlace = (documentId: string) => `request_document.content:${documentId}`;

/** The files of a form, each sealed as the document that it becomes. */
export function sealUploads({ documents, contents }: Uploads) {
  const sent = documents.map((document, at) => {
    const content = contents[at];
    if (!content) throw new Error("a document without content");
    return { document: { ...document, id: randomUUID() }, content };
  });
  return {
    documents: sent.map(({ document, content }) => ({
      ...document,
      size: content.length,
      sha256: createHash("sha256").update(content).digest("hex"),
    })),
    contents: sent.map(({ document, content }) => sealBytes(content, documentPlace(document.id))),
  };
}

/** The content of a stored document; one that a version from before wrote is as it was sent. */
export const openDocument = ({ content, sealedAs }: { content: Buffer; sealedAs: string | null }): Buffer =>
  sealedAs ? unsealBytes(content, documentPlace(sealedAs)) : content;

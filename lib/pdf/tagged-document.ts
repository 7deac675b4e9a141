import PDFDocument from "pdfkit";
import { type Doc, loadFaces } from "./ink";

/**
 * An empty PDF/UA document with our faces: a screen reader finds its title and its structure.
 * @param language that of its text, by which it is read aloud; papers and proofs are Spanish
 */
export function taggedDocument(title: string, author: string, language = "es-CO"): Doc {
  const doc = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: "1.7",
    subset: "PDF/UA" as never,
    tagged: true,
    lang: language,
    displayTitle: true,
    info: { Title: title, Author: author },
  });
  loadFaces(doc);
  return doc;
}

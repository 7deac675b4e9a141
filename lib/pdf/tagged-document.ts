import PDFDocument from "pdfkit";
import { type Doc, loadFaces } from "./ink";

/** An empty PDF/UA document in Spanish with our faces: a screen reader finds its title and its structure. */
export function taggedDocument(title: string, author: string): Doc {
  const doc = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: "1.7",
    subset: "PDF/UA" as never,
    tagged: true,
    lang: "es-CO",
    displayTitle: true,
    info: { Title: title, Author: author },
  });
  loadFaces(doc);
  return doc;
}

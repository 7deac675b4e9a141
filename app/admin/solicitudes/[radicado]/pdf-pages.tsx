"use client";

import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import { useAdminWords } from "@/app/admin/words-context";

/** More pages than anybody sends; a file made of thousands would hold the browser. */
const MOST_PAGES = 40;
/** A page of a poster's size would be a canvas that no browser draws. */
const LARGEST_SIDE = 4096;

async function openPdf(src: string): Promise<PDFDocumentProxy> {
  const [{ getDocument, GlobalWorkerOptions }, answer] = await Promise.all([
    import("pdfjs-dist/legacy/build/pdf.mjs"),
    fetch(src),
  ]);
  if (!answer.ok) throw new Error("the document did not come");
  GlobalWorkerOptions.workerSrc = new URL(
    "pdfjs-dist/legacy/build/pdf.worker.min.mjs",
    import.meta.url,
  ).toString();
  // What came from outside is drawn and never run.
  return getDocument({ data: await answer.arrayBuffer(), isEvalSupported: false, enableXfa: false }).promise;
}

/** The pages of a PDF one under the other, as wide as their pane at 100 %. */
export function PdfPages({
  src,
  zoom,
  turned,
  name,
}: {
  src: string;
  zoom: number;
  turned: number;
  name: string;
}) {
  const { viewer: words } = useAdminWords("requests");
  const [pdf, setPdf] = useState<PDFDocumentProxy | "failed" | null>(null);
  useEffect(() => {
    let left = false;
    let opened: PDFDocumentProxy | null = null;
    openPdf(src)
      .then((document) => {
        opened = document;
        if (left) void document.destroy();
        else setPdf(document);
      })
      .catch(() => {
        if (!left) setPdf("failed");
      });
    return () => {
      left = true;
      void opened?.destroy();
    };
  }, [src]);
  if (pdf === null) return <p role="status">{words.loading}</p>;
  if (pdf === "failed") return <p role="alert">{words.failed}</p>;
  const pages = Math.min(MOST_PAGES, pdf.numPages);
  return Array.from({ length: pages }, (_, at) => at + 1).map((page) => (
    <PdfPage
      key={page}
      pdf={pdf}
      page={page}
      zoom={zoom}
      turned={turned}
      label={`${name}: ${words.page.replace("{page}", String(page)).replace("{pages}", String(pdf.numPages))}`}
    />
  ));
}

function PdfPage({
  pdf,
  page: number,
  zoom,
  turned,
  label,
}: {
  pdf: PDFDocumentProxy;
  page: number;
  zoom: number;
  turned: number;
  label: string;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let left = false;
    let stop = () => {};
    async function draw() {
      const page = await pdf.getPage(number);
      const target = canvas.current;
      const pane = target?.parentElement;
      if (left || !target || !pane) return;
      const rotation = (page.rotate + turned) % 360;
      const natural = page.getViewport({ scale: 1, rotation });
      const width = pane.clientWidth * zoom;
      const sharp = Math.min(
        window.devicePixelRatio || 1,
        LARGEST_SIDE / width,
        LARGEST_SIDE / (natural.height * (width / natural.width)),
      );
      const viewport = page.getViewport({ scale: (width / natural.width) * sharp, rotation });
      target.width = Math.ceil(viewport.width);
      target.height = Math.ceil(viewport.height);
      target.style.width = `${width}px`;
      const drawing = page.render({ canvas: target, viewport });
      stop = () => drawing.cancel();
      await drawing.promise;
    }
    // A drawing that was stopped ends in an error, as one that fails: either way the page stays as it is.
    draw().catch(() => {});
    return () => {
      left = true;
      stop();
    };
  }, [pdf, number, zoom, turned]);
  return (
    <div className="mb-3">
      <canvas ref={canvas} role="img" aria-label={label} className="block bg-white" />
    </div>
  );
}

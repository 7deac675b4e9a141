"use client";

import { useEffect, useRef } from "react";
import { FileForm } from "@/components/form/file-form";
import { type PaperSize, paperSizeWords } from "../paper-size";

const FRAME = "papel-ya";

/**
 * Opens the print dialog with the paper of an order that was just issued. The address forgets it first, so that a
 * reload or the way back prints no second one. Without scripts, or where the browser has no viewer for a PDF, the
 * button of the page does the same.
 */
export function PrintNow({
  action,
  param,
  size,
  title,
}: {
  action: string;
  param: string;
  size: PaperSize;
  title: string;
}) {
  const hidden = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const here = new URL(window.location.href);
    if (!here.searchParams.has(param)) return;
    here.searchParams.delete(param);
    window.history.replaceState(window.history.state, "", here);
    hidden.current?.querySelector("form")?.submit();
  }, [param]);
  return (
    <>
      <div ref={hidden} hidden>
        <FileForm action={action} hidden={{ tamano: paperSizeWords[size] }} frame={FRAME} />
      </div>
      <iframe
        className="invisible absolute size-0"
        name={FRAME}
        title={title}
        tabIndex={-1}
        aria-hidden="true"
        onLoad={({ currentTarget }) => printPaper(currentTarget)}
      />
    </>
  );
}

/** The frame is empty at first, and a refusal is a page that may not be framed: neither is printed. */
function printPaper({ contentWindow }: HTMLIFrameElement): void {
  try {
    if (!contentWindow?.location.pathname.endsWith("/imprimir")) return;
    contentWindow.focus();
    contentWindow.print();
  } catch {
    // Not of this site: the page's button tells why.
  }
}

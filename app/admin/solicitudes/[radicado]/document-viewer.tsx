"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useAdminWords } from "@/app/admin/words-context";

const PdfPages = dynamic(() => import("./pdf-pages").then((file) => file.PdfPages), { ssr: false });

const tool =
  "inline-flex min-h-11 min-w-11 items-center justify-center rounded px-2 font-bold text-link hover:bg-indigo-soft";
const sizes = [0.5, 0.75, 1, 1.5, 2, 3];

/**
 * A document beside what is to be checked in it: it never leaves as a file unless that is asked for. A picture needs no
 * script; the pages of a PDF are drawn here, so that nothing of it runs.
 */
export function DocumentViewer({ src, mediaType, name }: { src: string; mediaType: string; name: string }) {
  const { viewer: words } = useAdminWords("requests");
  const [size, setSize] = useState(2);
  const [quarters, setQuarters] = useState(0);
  const zoom = sizes[size] ?? 1;
  const isPdf = mediaType === "application/pdf";
  const resize = (by: number) => setSize((at) => Math.min(sizes.length - 1, Math.max(0, at + by)));
  return (
    <section
      aria-label={name}
      className="flex min-w-0 flex-col border border-rule bg-sheet lg:sticky lg:top-2 lg:h-[calc(100dvh-7rem)] print:hidden"
    >
      <div className="flex flex-wrap items-center gap-x-1 border-b border-rule px-2">
        <b className="mr-auto wrap-anywhere">{name}</b>
        <span className="inline-flex items-center noscript:hidden">
          <button
            type="button"
            className={tool}
            onClick={() => resize(-1)}
            data-key="-"
            aria-label={words.smaller}
          >
            −
          </button>
          <span className="tabular-nums lining-nums" role="status">
            {zoom * 100} %
          </span>
          <button
            type="button"
            className={tool}
            onClick={() => resize(1)}
            data-key="+"
            aria-label={words.larger}
          >
            +
          </button>
          <button
            type="button"
            className={tool}
            onClick={() => setQuarters((turned) => (turned + 1) % 4)}
            data-key="g"
          >
            {words.turn}
          </button>
        </span>
        {isPdf ? null : (
          <a className={tool} href={src} target="_blank" rel="noopener">
            {words.apart}
          </a>
        )}
        <a className={tool} href={`${src}?bajar=1`}>
          {words.download}
        </a>
      </div>
      <section
        aria-label={words.pages}
        className="min-h-64 flex-1 overflow-auto bg-paper p-3 max-lg:max-h-[70vh]"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard too
        tabIndex={0}
      >
        {isPdf ? (
          <>
            <noscript>
              <p>{words.needsScript}</p>
            </noscript>
            <PdfPages key={src} src={src} zoom={zoom} turned={quarters * 90} name={name} />
          </>
        ) : (
          // biome-ignore lint/performance/noImgElement: it comes as it was sent, from our own route
          <img
            src={src}
            alt={name}
            className="mx-auto block max-w-none"
            // Set by script alone, so that the policy of styles holds; without scripts it fits the pane.
            ref={(image) => {
              if (!image) return;
              image.style.width = `${zoom * 100}%`;
              image.style.rotate = `${quarters * 90}deg`;
            }}
          />
        )}
      </section>
    </section>
  );
}

"use client";

import { useEffect, useRef } from "react";
import { ERROR } from "./field-frame";

/** Error summary with a link to each field. Takes the focus each time an answer comes back with errors. */
export function ErrorSummary({ title, errors }: { title: string; errors: { name: string; text: string }[] }) {
  const box = useRef<HTMLDivElement>(null);
  const signature = errors.map(({ name, text }) => `${name}:${text}`).join("|");
  // biome-ignore lint/correctness/useExhaustiveDependencies: other errors are news, so the focus moves again
  useEffect(() => {
    // It is also put before the page's title, because screen readers announce the title first.
    if (!document.title.startsWith(ERROR)) document.title = `${ERROR}${document.title}`;
    box.current?.focus();
  }, [signature]);
  return (
    <div
      ref={box}
      className="mb-5 rounded-field border-3 border-stop-text bg-sheet px-4 pt-[0.9rem] pb-[0.4rem]"
      role="alert"
      tabIndex={-1}
      aria-labelledby="resumen-errores"
    >
      <h2 id="resumen-errores" className="mt-0">
        {title}
      </h2>
      <ul className="m-0 *:mb-[0.35rem]">
        {errors.map(({ name, text }) => (
          <li key={name}>
            <a className="inline-flex min-h-11 items-center font-bold text-stop-text" href={`#${name}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

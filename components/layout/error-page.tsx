"use client";

import { useEffect, useState } from "react";
import { PageBody } from "@/components/layout/page-body";
import { buttonClass } from "@/components/ui/button";
import { isDownId } from "@/lib/failure-id";
import { fault as english } from "@/messages/en/page-fault";
import { unavailable as unavailableInEnglish } from "@/messages/en/page-unavailable";
import { fault as spanish } from "@/messages/es-CO/page-fault";
import { unavailable } from "@/messages/es-CO/page-unavailable";

const inSpanish = { fault: spanish, unavailable };
const inEnglish = { fault: english, unavailable: unavailableInEnglish };

/**
 * Error page, for an internal error or an outage of the database. `code` finds the error in the log; the error
 * itself is not sent to the browser.
 */
export function ErrorPage({ code, onRetry }: { code?: string; onRetry: () => void }) {
  const [{ fault, unavailable }, setWords] = useState(inSpanish);
  const isDown = isDownId(code);
  const { title } = isDown ? unavailable : fault;
  useEffect(() => {
    // The language is read from the browser's cookie, because the server may be what fails.
    const chosen = document.cookie.includes("idioma=en") ? inEnglish : inSpanish;
    setWords(chosen);
    document.title = (isDown ? chosen.unavailable : chosen.fault).title;
  }, [isDown]);
  return (
    <main id="contenido" tabIndex={-1}>
      <PageBody>
        <h1>{title}</h1>
        <p>{isDown ? unavailable.text : fault.what}</p>
        <p>{isDown ? unavailable.advice : fault.todo}</p>
        {code && !isDown ? (
          <p>
            {fault.code} <b className="tabular-nums lining-nums">{code}</b>
          </p>
        ) : null}
        <p className="flex flex-wrap gap-3">
          <button type="button" className={buttonClass("outline")} onClick={onRetry}>
            {fault.again}
          </button>
          <a className={buttonClass("text")} href="/">
            {fault.home}
          </a>
        </p>
      </PageBody>
    </main>
  );
}

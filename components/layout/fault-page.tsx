"use client";

import { useEffect, useState } from "react";
import { Page } from "@/components/layout/page";
import { buttonClass } from "@/components/ui/button";
import { fault as english } from "@/messages/en/fault";
import { fault as spanish } from "@/messages/es-CO/fault";

/** Our fault, said plainly. `code` finds the event in the log; the error itself never comes to the browser. */
export function FaultPage({ code, onRetry }: { code?: string; onRetry: () => void }) {
  const [words, setWords] = useState(spanish);
  useEffect(() => {
    // The language is a cookie of the browser's, and what fails may be the server: ask the browser.
    const chosen = document.cookie.includes("idioma=en") ? english : spanish;
    setWords(chosen);
    document.title = chosen.title;
  }, []);
  return (
    <Page title={words.title}>
      <p>{words.what}</p>
      <p>{words.todo}</p>
      {code ? (
        <p>
          {words.code} <b className="num">{code}</b>
        </p>
      ) : null}
      <p className="flex flex-wrap gap-3">
        <button type="button" className={buttonClass("outline")} onClick={onRetry}>
          {words.again}
        </button>
        <a className={buttonClass("text")} href="/">
          {words.home}
        </a>
      </p>
    </Page>
  );
}

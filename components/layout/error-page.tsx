"use client";

import { useLayoutEffect, useState } from "react";
import { isDownId } from "@/lib/failure-id";
import { fault as english } from "@/messages/en/page-fault";
import { unavailable as unavailableInEnglish } from "@/messages/en/page-unavailable";
import { fault as spanish } from "@/messages/es-CO/page-fault";
import { unavailable } from "@/messages/es-CO/page-unavailable";

/** Written out here, because the browser loads this page with every other and button.tsx would add 0.7 KB to each. */
const look = {
  body: "mx-auto max-w-[40rem] p-4",
  retry:
    "min-h-14 w-full cursor-pointer rounded-button border-2 border-current px-5 text-xl font-bold text-link sm:w-auto",
  home: "p-3",
};

/**
 * Error page, for an internal error or an outage of the database. `code` finds the error in the log; the error
 * itself is not sent to the browser. `isCounterPage`: whether a cashier reads a page with an order in hand.
 */
export function ErrorPage({
  code,
  isCounterPage,
  onRetry,
}: {
  code?: string;
  isCounterPage: (path: string) => boolean;
  onRetry: () => void;
}) {
  const isDown = isDownId(code);
  const [words, setWords] = useState(spanish);
  useLayoutEffect(() => {
    // The language is read from the browser's cookie, because the server may be what fails.
    const inEnglish = document.cookie.includes("idioma=en");
    const { elsewhere, ...counter } = inEnglish ? unavailableInEnglish : unavailable;
    const ofOutage = isCounterPage(window.location.pathname) ? counter : { title: elsewhere };
    const chosen = { ...(inEnglish ? english : spanish), ...(isDown ? ofOutage : null) };
    setWords(chosen);
    document.title = chosen.title;
  }, [isDown, isCounterPage]);
  return (
    <main id="contenido" tabIndex={-1}>
      <div className={look.body}>
        <h1>{words.title}</h1>
        <p>{words.what}</p>
        <p>{words.todo}</p>
        {code && !isDown ? (
          <p>
            {words.code} <b>{code}</b>
          </p>
        ) : null}
        <p className="flex flex-wrap gap-3">
          <button type="button" className={look.retry} onClick={onRetry}>
            {words.again}
          </button>
          <a className={look.home} href="/">
            {words.home}
          </a>
        </p>
      </div>
    </main>
  );
}

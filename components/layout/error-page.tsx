"use client";

import { useEffect, useState } from "react";
import { isDownId } from "@/lib/failure-id";
import { fault as english } from "@/messages/en/page-fault";
import {
  pageUnavailable as pageInEnglish,
  unavailable as unavailableInEnglish,
} from "@/messages/en/page-unavailable";
import { fault as spanish } from "@/messages/es-CO/page-fault";
import { pageUnavailable, unavailable } from "@/messages/es-CO/page-unavailable";

const inSpanish = { fault: spanish, atCounter: unavailable, elsewhere: pageUnavailable };
const inEnglish = { fault: english, atCounter: unavailableInEnglish, elsewhere: pageInEnglish };

/** Written out here, because the browser loads this page with every other and button.tsx would add 0.7 KB to each. */
const look = {
  body: "mx-auto w-full max-w-[40rem] px-4 pt-3 pb-8 sm:pt-5",
  retry:
    "min-h-14 w-full cursor-pointer rounded-button border-2 border-current px-5 py-2 text-xl leading-[1.2] font-bold text-link hover:bg-indigo-soft sm:w-auto sm:min-w-48",
  home: "inline-flex min-h-11 items-center px-2 text-md font-bold text-link underline underline-offset-[0.18em]",
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
  const [{ fault, unavailable }, setWords] = useState({ fault: spanish, unavailable: pageUnavailable });
  const isDown = isDownId(code);
  const { title } = isDown ? unavailable : fault;
  useEffect(() => {
    // The language is read from the browser's cookie, because the server may be what fails.
    const { fault, atCounter, elsewhere } = document.cookie.includes("idioma=en") ? inEnglish : inSpanish;
    const unavailable = isCounterPage(window.location.pathname) ? atCounter : elsewhere;
    setWords({ fault, unavailable });
    document.title = (isDown ? unavailable : fault).title;
  }, [isDown, isCounterPage]);
  return (
    <main id="contenido" tabIndex={-1}>
      <div className={look.body}>
        <h1>{title}</h1>
        <p>{isDown ? unavailable.text : fault.what}</p>
        <p>{isDown ? unavailable.advice : fault.todo}</p>
        {code && !isDown ? (
          <p>
            {fault.code} <b className="tabular-nums lining-nums">{code}</b>
          </p>
        ) : null}
        <p className="flex flex-wrap gap-3">
          <button type="button" className={look.retry} onClick={onRetry}>
            {fault.again}
          </button>
          <a className={look.home} href="/">
            {fault.home}
          </a>
        </p>
      </div>
    </main>
  );
}

"use client";

import { useState } from "react";
import { buttonClass } from "@/components/ui/button";

/** Shares a link with the Web Share API; copies it where there is none. */
export function ShareButton({
  url,
  title,
  copied,
  children,
}: {
  url: string;
  title: string;
  copied: string;
  children: string;
}) {
  const [isCopied, setCopied] = useState(false);
  return (
    <button
      type="button"
      className={`${buttonClass("outline")} noscript:hidden`}
      onClick={() => {
        if (typeof navigator.share === "function") {
          navigator.share({ url, title }).catch(() => undefined); // closed without sharing
          return;
        }
        navigator.clipboard?.writeText(url).then(
          () => setCopied(true),
          () => undefined,
        );
      }}
    >
      <span aria-live="polite">{isCopied ? copied : children}</span>
    </button>
  );
}

"use client";

import { useEffect } from "react";
import { SEARCH_FIELD } from "@/app/_frame/search-box-id";

/**
 * The key / leads to the search of the bar, from anywhere but a field that is being typed in. It belongs to the
 * caja's pages and not to the bar, because the bar's code is loaded at every counter too.
 */
export function SearchKey() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const isTyping =
        target instanceof HTMLElement &&
        (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      const field = document.getElementById(SEARCH_FIELD);
      if (!(field instanceof HTMLInputElement)) return;
      event.preventDefault();
      field.focus();
      field.select();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return null;
}

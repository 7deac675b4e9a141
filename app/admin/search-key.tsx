"use client";

import { useEffect } from "react";
import { SEARCH_FIELD } from "@/app/_frame/search-box-id";
import { areKeysOn, isTypedInto } from "./keys";

/**
 * The key / leads to the search of the bar, from anywhere but a field that is being typed in. It belongs to the
 * caja's pages and not to the bar, because the bar's code is loaded at every counter too.
 */
export function SearchKey() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTypedInto(event.target) || !areKeysOn()) return;
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

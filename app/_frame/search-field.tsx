"use client";

import { useEffect, useRef } from "react";

/** The field of the desk's search. The key / leads to it from anywhere but a field that is being typed in. */
export function SearchField({ label, placeholder }: { label: string; placeholder: string }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const isTyping =
        target instanceof HTMLElement &&
        (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <input
      ref={field}
      type="search"
      name="q"
      required
      maxLength={100}
      autoComplete="off"
      aria-label={label}
      aria-keyshortcuts="/"
      placeholder={placeholder}
      className="min-h-11 w-0 min-w-0 flex-1 border-0 bg-transparent px-1 text-base text-white placeholder:text-white/80 focus-visible:outline-white"
    />
  );
}

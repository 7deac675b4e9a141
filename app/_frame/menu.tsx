"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * The menu of the top bar, a details element, so that it works without scripts. With scripts it also closes
 * when a link in it is followed, on a press outside, and on Escape.
 */
export function Menu({ className, children }: { className: string; children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const onEvent = (event: Event) => {
      const details = menu.current;
      if (!details?.open || !(event.target instanceof Element)) return;
      const isInside = details.contains(event.target);
      if (event instanceof KeyboardEvent) {
        if (event.key !== "Escape") return;
        details.querySelector("summary")?.focus();
      } else if (event.type === "click" ? !isInside || !event.target.closest("a") : isInside) return;
      details.open = false;
    };
    const kinds = ["pointerdown", "click", "keydown"];
    for (const kind of kinds) document.addEventListener(kind, onEvent);
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, onEvent);
    };
  }, []);
  return (
    <details ref={menu} className={className} data-menu>
      {children}
    </details>
  );
}

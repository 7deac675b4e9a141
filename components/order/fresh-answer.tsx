"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** Answers that were shown since the page loaded. One that is shown again comes from a cache. */
const shown = new Set<string>();

/** Focuses the heading when the focused element is gone. On a full page load the heading has autofocus. */
export function focusVerdict(): void {
  if (document.activeElement && document.activeElement !== document.body) return;
  document.getElementById("veredicto")?.focus({ preventScroll: true });
}

/**
 * Shows an answer once. When the browser restores it (back button, bfcache), it is hidden and read again from
 * the server. `answerId` identifies this reading. Another verdict scrolls to the top. `asking` is shown meanwhile.
 */
export function FreshAnswer({
  answerId,
  verdict,
  asking,
  children,
}: {
  answerId: string;
  verdict: string;
  asking: ReactNode;
  children: ReactNode;
}) {
  // The tree must not have a key per reading, because without JavaScript React finds a form's state by its
  // position.
  const [old] = useState(() => shown.has(answerId));
  const [left, setLeft] = useState(false);
  const first = useRef(verdict);
  useEffect(() => {
    shown.add(answerId);
    // Removed on leaving, so that a page restored from the bfcache does not flash the old answer.
    const onHide = (event: PageTransitionEvent) => {
      if (event.persisted) flushSync(() => setLeft(true));
    };
    const onShow = (event: PageTransitionEvent) => {
      if (!event.persisted) return;
      setLeft(true);
      window.location.reload();
    };
    window.addEventListener("pagehide", onHide);
    window.addEventListener("pageshow", onShow);
    return () => {
      window.removeEventListener("pagehide", onHide);
      window.removeEventListener("pageshow", onShow);
    };
  }, [answerId]);
  useEffect(() => {
    if (verdict !== first.current) window.scrollTo(0, 0);
    first.current = verdict;
    focusVerdict();
  }, [verdict]);
  useEffect(() => {
    if (old) window.location.reload();
  }, [old]);
  return old || left ? asking : children;
}

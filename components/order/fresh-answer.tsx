"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { PageBody } from "@/components/layout/page-body";

/** Answers that this page load has shown; an answer that comes up again came out of a cache. */
const shown = new Set<string>();

/** Puts the focus on the heading where what had it is gone; a whole page does so itself, by its autofocus. */
export function focusVerdict(): void {
  if (document.activeElement && document.activeElement !== document.body) return;
  document.getElementById("veredicto")?.focus({ preventScroll: true });
}

/**
 * Shows an answer once. When the browser brings it back (back button, kept page), the server is asked anew and
 * nothing old is seen meanwhile. `answerId` names this one reading. Another verdict in its place starts on top.
 */
export function FreshAnswer({
  answerId,
  verdict,
  asking,
  children,
}: {
  answerId: string;
  verdict: string;
  asking: string;
  children: ReactNode;
}) {
  // No key of a reading may stand in the tree: without JavaScript a form finds its errors again by its place.
  const [old] = useState(() => shown.has(answerId));
  const [left, setLeft] = useState(false);
  const first = useRef(verdict);
  useEffect(() => {
    shown.add(answerId);
    // Taken off while it is left, so that a page which the browser kept is not seen with it for a moment.
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
  if (!old && !left) return children;
  return (
    <PageBody>
      <p role="status">{asking}</p>
    </PageBody>
  );
}

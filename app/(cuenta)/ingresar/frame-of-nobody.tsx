"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * A session that ended within the page leads here without loading the frame anew: it would go on greeting who was
 * signed in.
 */
export function FrameOfNobody() {
  const router = useRouter();
  useEffect(() => {
    if (document.querySelector("[data-menu]")) router.refresh();
  }, [router]);
  return null;
}

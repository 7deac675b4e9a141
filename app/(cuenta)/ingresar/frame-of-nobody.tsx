"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * When a session ends within the page, the router comes here without reloading the frame, which would still
 * show who was signed in.
 */
export function FrameOfNobody() {
  const router = useRouter();
  useEffect(() => {
    if (document.querySelector("[data-menu]")) router.refresh();
  }, [router]);
  return null;
}

import { useEffect, useState } from "react";

const ASK_AGAIN_MS = 10_000;
/** A line that swallows packets is no connection. */
const ANSWER_WITHIN_MS = 5_000;

/**
 * Whether the caja's server is reachable; a phone that reports "online" may still not reach it. Null until the
 * first answer.
 */
export function useOnline(): boolean | null {
  const [online, setOnline] = useState<boolean | null>(null);
  useEffect(() => {
    let over = false;
    async function look() {
      const answer = navigator.onLine
        ? await fetch("/api/health", {
            cache: "no-store",
            signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
          }).catch(() => null)
        : null;
      if (!over) setOnline(answer?.ok ?? false);
    }
    void look();
    const timer = window.setInterval(look, ASK_AGAIN_MS);
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    return () => {
      over = true;
      window.clearInterval(timer);
      window.removeEventListener("online", look);
      window.removeEventListener("offline", look);
    };
  }, []);
  return online;
}

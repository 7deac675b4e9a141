"use client";

import { useEffect, useState } from "react";

/**
 * Loads code or texts once they are needed, and again when the connection returns, if that failed; null until then.
 * @param load the same function at each render
 */
export function useLoaded<T extends object>(isNeeded: boolean, load: () => Promise<T>): T | null {
  const [loaded, setLoaded] = useState<T | null>(null);
  useEffect(() => {
    if (!isNeeded) return;
    const begin = () =>
      void load().then(
        (found) => setLoaded(() => found),
        () => {}, // Offline again.
      );
    begin();
    window.addEventListener("online", begin);
    return () => window.removeEventListener("online", begin);
  }, [isNeeded, load]);
  return loaded;
}

"use client";

import { useRef } from "react";
import { useOffline } from "./use-offline";

/** The connection as the device knows it, in the ink bar. Spoken only when it changes. */
export function ConnectionChip({
  words,
}: {
  words: Record<"chipOffline" | "chipOnline" | "backOnline", string>;
}) {
  const offline = useOffline();
  const changed = useRef(false);
  if (offline) changed.current = true;
  return (
    <>
      <span
        className="connection noscript:hidden"
        data-connection={offline ? "offline" : "online"}
        aria-hidden="true"
      >
        {offline ? words.chipOffline : words.chipOnline}
      </span>
      <span role="status" className="sr-only">
        {offline ? words.chipOffline : changed.current ? words.backOnline : ""}
      </span>
    </>
  );
}

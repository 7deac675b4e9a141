"use client";

import { useRef } from "react";
import { useOffline } from "@/components/layout/use-offline";

const chip =
  "inline-flex items-center gap-[0.4rem] rounded px-2 text-xs leading-[1.6] whitespace-nowrap before:size-[0.6rem] before:border-2 before:border-current noscript:hidden";
const looks = {
  online: "-ml-2 before:rounded-full before:bg-current",
  offline: "bg-white font-bold text-signal-ink before:rotate-45",
};

/** The connection as the device knows it, in the ink bar. Spoken only when it changes. */
export function ConnectionChip({
  online,
  offline: noInternet,
  back,
}: {
  online: string;
  offline: string;
  /** Spoken once there is internet again. */
  back: string;
}) {
  const offline = useOffline();
  const changed = useRef(false);
  if (offline) changed.current = true;
  const connection = offline ? "offline" : "online";
  return (
    <>
      <span className={`${chip} ${looks[connection]}`} data-connection={connection} aria-hidden="true">
        {offline ? noInternet : online}
      </span>
      <span role="status" className="sr-only">
        {offline ? noInternet : changed.current ? back : ""}
      </span>
    </>
  );
}

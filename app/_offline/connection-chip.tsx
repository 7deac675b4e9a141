"use client";

import { useRef } from "react";
import { useOffline } from "@/components/layout/use-offline";

const chip =
  "inline-flex items-center gap-[0.4rem] text-xs leading-[1.6] before:size-2.5 before:flex-none noscript:hidden";
const looks = {
  online: "min-w-3 flex-[0_99_auto] before:rounded-full before:bg-online",
  offline:
    "flex-none rounded bg-white px-2 font-bold text-signal-ink before:rotate-45 before:border-2 before:border-current @max-[18rem]:order-last @max-[18rem]:flex-[1_0_100%] @max-[18rem]:justify-center",
};

/**
 * State of the connection in the top bar; the caja's name while it is reachable. Announced to screen readers on
 * changes only.
 */
export function ConnectionChip({
  fund,
  online,
  offline: noInternet,
  back,
}: {
  fund: string;
  online: string;
  offline: string;
  /** Announced once there is internet again. */
  back: string;
}) {
  const offline = useOffline();
  const changed = useRef(false);
  if (offline) changed.current = true;
  const connection = offline ? "offline" : "online";
  return (
    <>
      <span className={`${chip} ${looks[connection]}`} data-connection={connection}>
        {offline ? (
          <span aria-hidden="true">{noInternet}</span>
        ) : (
          <span className="truncate @max-[18rem]:sr-only">
            <span className="sr-only">{online}: </span>
            {fund}
          </span>
        )}
      </span>
      <span role="status" className="sr-only">
        {offline ? noInternet : changed.current ? back : ""}
      </span>
    </>
  );
}

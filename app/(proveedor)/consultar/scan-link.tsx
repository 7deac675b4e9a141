"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { handOver } from "@/components/order/scanner/handoff";
import { buttonClass } from "@/components/ui/button";

/** Link to the scanner. Where the camera was allowed before, it opens at once. */
export function ScanLink({ children }: { children: ReactNode }) {
  return (
    <Link
      className={buttonClass("outline")}
      href="/consultar/escanear"
      prefetch={false}
      onClick={() => handOver({ tapped: true })}
    >
      {children}
    </Link>
  );
}

"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { handOver } from "@/components/order/scanner/handoff";
import { buttonClass } from "@/components/ui/button";

/** The way to the scanner. Its tap opens the camera there, where the person knows it already. */
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

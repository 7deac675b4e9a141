"use client";

import { buttonClass } from "@/components/ui/button";

export function PrintButton({ children }: { children: string }) {
  return (
    <button
      type="button"
      className={`${buttonClass("outline")} solo-con-script`}
      onClick={() => window.print()}
    >
      {children}
    </button>
  );
}

import type { ReactNode } from "react";

/** Confirmation of what was just done, at the top of the page. */
export function Done({ children }: { children: ReactNode }) {
  return (
    <div className="mb-5 border-l-6 border-go-text bg-go-soft px-4 py-3 print:hidden" role="status">
      {children}
    </div>
  );
}

import type { ReactNode } from "react";

/** What was just done, said once where the page begins. */
export function Done({ children }: { children: ReactNode }) {
  return (
    <p className="mb-5 max-w-none border-l-6 border-go-text bg-go-soft px-4 py-3" role="status">
      {children}
    </p>
  );
}

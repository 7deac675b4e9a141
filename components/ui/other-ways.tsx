import type { ReactNode } from "react";

/** Secondary actions below the main one, a row each, by priority. Use buttons of the variant "row". */
export function OtherWays({ children }: { children: ReactNode }) {
  return (
    <div className="mb-4 divide-y divide-rule rounded-button border border-rule bg-sheet empty:hidden print:hidden">
      {children}
    </div>
  );
}

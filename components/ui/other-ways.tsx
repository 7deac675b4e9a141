import type { ReactNode } from "react";

/** Second and third choices, a row each under the act: they have a rank too. They are of the variant "row". */
export function OtherWays({ children }: { children: ReactNode }) {
  return (
    <div className="mb-4 divide-y divide-rule rounded-button border border-rule bg-sheet empty:hidden print:hidden">
      {children}
    </div>
  );
}

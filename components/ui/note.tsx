import type { ReactNode } from "react";

/** Something to know, in blue. Not for errors, not for verdicts. */
export function Note({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <div className="info">
      {title ? <h2>{title}</h2> : null}
      {children}
    </div>
  );
}

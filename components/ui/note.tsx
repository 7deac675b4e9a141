import type { ReactNode } from "react";

/** Classes of an information box, for an element with its own semantics. */
export const noteClass =
  "mb-4 rounded-r-[6px] border-l-6 border-link bg-indigo-soft px-4 py-3 *:last:mb-0 [&>h2]:mt-0 [&>h2]:mb-1 [&>h2]:text-xl";

/** Classes of a banner across the full width. */
export const stripClass =
  "mb-4 max-w-none border-l-6 border-link bg-indigo-soft px-4 py-[0.6rem] *:last:mb-0 [&_a]:inline-flex [&_a]:min-h-11 [&_a]:items-center [&_a]:font-bold";

/** Information box in blue. Not for errors or verdicts. */
export function Note({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <div className={noteClass}>
      {title ? <h2>{title}</h2> : null}
      {children}
    </div>
  );
}

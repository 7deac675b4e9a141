import type { ReactNode } from "react";

/** A box with something to know, for an element that has a meaning of its own. */
export const noteClass =
  "mb-4 rounded-r-[6px] border-l-6 border-link bg-indigo-soft px-4 py-3 *:last:mb-0 [&>h2]:mt-0 [&>h2]:mb-1 [&>h2]:text-xl";

/** A line of news across the whole width. */
export const stripClass =
  "mb-4 max-w-none border-l-6 border-link bg-indigo-soft px-4 py-[0.6rem] *:last:mb-0 [&_a]:inline-flex [&_a]:min-h-11 [&_a]:items-center [&_a]:font-bold";

/** Something to know, in blue. Not for errors, not for verdicts. */
export function Note({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <div className={noteClass}>
      {title ? <h2>{title}</h2> : null}
      {children}
    </div>
  );
}

import type { ReactNode } from "react";

// It stands still while its own height is under 26 % of what is seen: over that, the inset is thousands of pixels
// out, so it never holds. Both are in CSS alone, and letters of any size change --act with them.
const bar = [
  "sticky bottom-[min(0px,(26dvh-var(--act))*999)] z-10 grid w-full gap-2 px-4 pt-[0.7rem] print:hidden",
  "pb-[calc(0.5rem+env(safe-area-inset-bottom))]",
  "bg-[linear-gradient(transparent,var(--color-paper)_0.6rem)]",
  "in-data-sheet:bg-[linear-gradient(transparent,var(--color-sheet)_0.6rem)]",
  "in-data-body:-mx-4 in-data-body:w-auto *:mx-auto *:w-full *:max-w-[38rem]",
].join(" ");

const heights = { one: "[--act:var(--act-one)]", two: "[--act:var(--act-two)]" };

/**
 * The act of a page or a form, one button: it stays at the lower edge and lets go where it would take too much of
 * what is seen. Other ways stand under it (components/ui/other-ways.tsx). `rows` is how high its label may be.
 */
export function ActionBar({ rows = "one", children }: { rows?: keyof typeof heights; children: ReactNode }) {
  return (
    <div data-bar="actions" data-rows={rows} className={`${bar} ${heights[rows]}`}>
      {children}
    </div>
  );
}

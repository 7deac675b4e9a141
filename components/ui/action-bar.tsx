import type { ReactNode } from "react";

// It is sticky while its height is under 26 % of the viewport. Above that the inset is thousands of pixels, so
// it never sticks. It is all in CSS, where --act follows the text size.
const bar = [
  "sticky bottom-[min(0px,(26dvh-var(--act))*999)] z-10 grid w-full gap-2 px-4 pt-[0.7rem] print:hidden",
  "pb-[calc(0.5rem+env(safe-area-inset-bottom))]",
  "bg-[linear-gradient(transparent,var(--color-paper)_0.6rem)]",
  "in-data-sheet:bg-[linear-gradient(transparent,var(--color-sheet)_0.6rem)]",
  // Colours of the reader's own take the place of both, and what is behind would show through.
  "forced-colors:bg-[Canvas]",
  "in-data-body:-mx-4 in-data-body:w-auto *:mx-auto *:w-full *:max-w-[38rem]",
].join(" ");

const heights = { one: "[--act:var(--act-one)]", two: "[--act:var(--act-two)]" };

/**
 * Main action of a page or form, one button that sticks to the lower edge unless it would cover too much of the
 * screen. Other actions go below it (components/ui/other-ways.tsx). `rows` is the number of lines of its label.
 */
export function ActionBar({ rows = "one", children }: { rows?: keyof typeof heights; children: ReactNode }) {
  return (
    <div data-bar="actions" data-rows={rows} className={`${bar} ${heights[rows]}`}>
      {children}
    </div>
  );
}

import type { ReactNode } from "react";

// It stands still while its own height is under 26 % of what is seen: over that, the inset is thousands of pixels
// out, so it never holds. Both are in CSS alone, and letters of any size change --act with them.
const bar = [
  "sticky bottom-[min(0px,(26dvh-var(--act))*999)] z-10 grid w-full gap-2 px-4 pt-[0.7rem] print:hidden",
  "pb-[calc(0.5rem+env(safe-area-inset-bottom))]",
  "bg-[linear-gradient(transparent,var(--color-paper)_0.6rem)]",
  "in-data-body:-mx-4 in-data-body:w-auto *:mx-auto *:w-full *:max-w-[38rem]",
].join(" ");

const rows = { one: "[--act:var(--act-one)]", two: "[--act:var(--act-two)]" };

// What stands in sight takes two rows at most, so that the facts above keep theirs.
const ofAnswer = [
  "min-[22rem]:max-sm:grid-cols-2 min-[22rem]:max-sm:*:first:col-span-full",
  "min-[22rem]:max-sm:*:[&:last-child:nth-child(even)]:col-span-full",
  "min-[22rem]:max-sm:[&>:is(a,button):not(:first-child)]:px-2",
  "sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))] sm:px-[max(1rem,calc(50%-19rem))]",
  "landscape-phone:px-4 landscape-phone:[grid-area:actions]",
].join(" ");

/**
 * The act of a page or a form, one button: it stays at the lower edge and lets go where it would take too much of
 * what is seen. Other ways stand under it (components/ui/other-ways.tsx).
 */
export function ActionBar({ answer = false, children }: { answer?: boolean; children: ReactNode }) {
  return (
    <div
      data-bar="actions"
      data-rows={answer ? "two" : "one"}
      className={answer ? `${bar} ${rows.two} ${ofAnswer}` : `${bar} ${rows.one}`}
    >
      {children}
    </div>
  );
}

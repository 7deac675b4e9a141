import type { ReactNode } from "react";

const bar = [
  "z-10 grid w-full gap-2 border-t border-rule bg-paper px-4 pt-3 print:hidden",
  // The navigation under it has the phone's edge already.
  "pb-[max(0.75rem,calc(0.75rem+env(safe-area-inset-bottom)-var(--nav-height)))]",
  "tall:sticky tall:bottom-(--nav-height)",
  "in-[form]:-mx-4 in-[form]:w-auto *:mx-auto *:w-full *:max-w-[38rem]",
].join(" ");

// What stands in sight takes two rows at most, so that the facts above keep theirs.
const ofAnswer = [
  "min-[22rem]:max-sm:grid-cols-2 min-[22rem]:max-sm:*:first:col-span-full",
  "min-[22rem]:max-sm:*:[&:last-child:nth-child(even)]:col-span-full",
  "min-[22rem]:max-sm:[&>:is(a,button):not(:first-child)]:px-2",
  "sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))] sm:px-[max(1rem,calc(50%-19rem))]",
  "landscape-phone:px-4 landscape-phone:[grid-area:actions]",
].join(" ");

/** The buttons of a page or a form: they stay at the lower edge where the screen is high enough. */
export function ActionBar({ answer = false, children }: { answer?: boolean; children: ReactNode }) {
  return (
    <div data-bar="actions" className={answer ? `${bar} ${ofAnswer}` : bar}>
      {children}
    </div>
  );
}

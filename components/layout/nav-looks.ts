/** Passed by the server, so that they are no part of the client bundle. */
export type NavLook = Record<"nav" | "list" | "item" | "link" | "heading" | "waits", string>;

/** Of the desk alone: a provider's places are few and nothing waits there. */
const noGroups = { heading: "", waits: "" };

const waits =
  "ml-auto min-w-7 rounded-full border-[1.5px] border-current px-2 text-center text-sm leading-6 font-bold tabular-nums lining-nums";

/** A strip under the top bar; on a phone the bar's menu has the same links. */
export const providerNav: NavLook = {
  ...noGroups,
  nav: "border-b border-rule bg-sheet answer:hidden camera:hidden max-sm:hidden landscape-phone:hidden print:hidden",
  list: "mx-auto flex max-w-[40rem]",
  item: "min-w-0 flex-auto",
  link: [
    "flex min-h-12 items-center justify-center border-y-4 border-transparent px-1 py-[0.3rem]",
    "text-base leading-[1.2] text-ink no-underline",
    "aria-[current]:border-b-link aria-[current]:font-bold aria-[current]:text-link",
    "forced-colors:aria-[current]:border-[CanvasText]",
  ].join(" "),
};

/** Rows of the top bar's menu. */
export const menuNav: NavLook = {
  heading: "m-0 max-w-none border-b border-rule px-4 pt-4 pb-1 text-sm font-bold text-ink-soft",
  waits,
  nav: "",
  list: "",
  item: "border-b border-rule",
  link: [
    "flex min-h-12 items-center gap-3 px-4 py-1 text-ink no-underline hover:underline",
    "[&>svg]:size-[22px] [&>svg]:flex-none",
    "aria-[current]:inset-shadow-[5px_0_var(--color-link)] aria-[current]:font-bold aria-[current]:text-link",
  ].join(" "),
};

/** A column at the side; a phone has the same places in the bar's menu. */
export const adminNav: NavLook = {
  nav: "border-r border-rule bg-sheet pt-2 max-md:hidden print:hidden md:flex-[0_0_14rem]",
  list: "sticky top-2",
  item: "",
  heading: "m-0 max-w-none px-4 pt-4 pb-1 text-sm font-bold text-ink-soft",
  waits,
  link: [
    "flex min-h-11 items-center gap-2 border-l-5 border-transparent px-3 py-1 text-base leading-[1.2] text-ink",
    "no-underline hover:underline aria-[current]:border-l-link aria-[current]:bg-indigo-soft aria-[current]:font-bold",
    "aria-[current]:text-link forced-colors:aria-[current]:border-[CanvasText]",
  ].join(" "),
};

/** Passed by the server, so that they are no part of the client bundle. */
export type NavLook = Record<"nav" | "list" | "item" | "link", string>;

/** A strip under the top bar; on a phone the bar's menu has the same links. */
export const providerNav: NavLook = {
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
  nav: "",
  list: "",
  item: "border-b border-rule",
  link: [
    "flex min-h-12 items-center gap-3 px-4 py-1 text-ink no-underline hover:underline",
    "[&>svg]:size-[22px] [&>svg]:flex-none",
    "aria-[current]:inset-shadow-[5px_0_var(--color-link)] aria-[current]:font-bold aria-[current]:text-link",
  ].join(" "),
};

/** A column at the side; on narrow screens a strip that wraps. */
export const adminNav: NavLook = {
  nav: "border-b border-rule bg-sheet print:hidden md:flex-[0_0_14rem] md:border-r md:border-b-0 md:pt-4",
  list: "flex flex-wrap px-2 md:sticky md:top-4 md:flex-col md:px-0",
  item: "",
  link: [
    "flex min-h-12 items-center border-b-4 border-transparent px-3 py-1 text-base text-ink no-underline",
    "hover:underline aria-[current]:border-b-link aria-[current]:font-bold aria-[current]:text-link",
    "md:border-b-0 md:border-l-5 md:pl-4 md:aria-[current]:border-l-link md:aria-[current]:bg-indigo-soft",
    "forced-colors:aria-[current]:border-[CanvasText]",
  ].join(" "),
};

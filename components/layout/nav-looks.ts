/** Given by the server, so that the browser does not load them as code. */
export type NavLook = Record<"nav" | "list" | "item" | "link", string> & { bar?: "nav" };

/** At a phone's lower edge, where a thumb is; a strip under the ink bar elsewhere. */
export const providerNav: NavLook = {
  bar: "nav",
  nav: [
    "border-b border-rule bg-sheet answer:hidden camera:hidden print:hidden",
    "max-sm:tall:fixed max-sm:tall:inset-x-0 max-sm:tall:bottom-0 max-sm:tall:z-20 max-sm:tall:border-t",
    "max-sm:tall:pb-[env(safe-area-inset-bottom)]",
  ].join(" "),
  list: "mx-auto flex max-w-[40rem]",
  item: "min-w-0 flex-auto", // the longest word needs more than a quarter of a phone
  link: [
    "flex min-h-14 flex-col items-center justify-center gap-[0.1rem] border-y-4 border-transparent px-1 py-[0.3rem]",
    "text-sm leading-[1.2] text-ink no-underline [&>svg]:size-[22px] sm:flex-row sm:gap-2 sm:text-base",
    "aria-[current]:border-t-link aria-[current]:font-bold aria-[current]:text-link",
    "sm:aria-[current]:border-t-transparent sm:aria-[current]:border-b-link",
    "forced-colors:aria-[current]:border-[CanvasText]",
  ].join(" "),
};

/** A column at the side; a strip that wraps where there is no room for one. */
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

import type { HTMLAttributes } from "react";

/** What belongs together, with an edge around it. `as` an article or a section where it is one. */
export function Box({
  as: Element = "div",
  children,
  ...rest
}: HTMLAttributes<HTMLElement> & { as?: "div" | "section" | "article" }) {
  return (
    <Element {...rest} className="mb-4 rounded-button border-2 border-ink bg-sheet px-4 py-[0.8rem]" data-box>
      {children}
    </Element>
  );
}

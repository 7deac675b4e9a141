import type { HTMLAttributes } from "react";

/** A bordered group. Use `as` where it is an article or a section. */
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

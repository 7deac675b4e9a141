import type { ReactNode } from "react";

/**
 * A long part of a page that a phone opens by its name, since it is many screens there. A wider screen and paper show it
 * whole. A browser that cannot show what is folded keeps the way to open it.
 */
export function PhoneFold({
  title,
  open = false,
  children,
}: {
  title: string;
  /** Set when its page was asked for. */
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details
      open={open}
      className="mb-2 max-sm:border-b max-sm:border-rule sm:details-content:[content-visibility:visible] print:details-content:[content-visibility:visible]"
    >
      <summary className="min-h-11 cursor-pointer py-2 font-bold text-link sm:supports-[selector(::details-content)]:hidden print:hidden">
        {title}
      </summary>
      {children}
    </details>
  );
}

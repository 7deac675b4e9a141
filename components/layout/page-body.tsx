import type { ReactNode } from "react";

const body = [
  "@container mx-auto w-full px-4 pt-3 pb-8 sm:pt-5 has-[form>[data-bar=actions]:last-child]:pb-0",
  "has-data-scanner:max-w-none has-data-scanner:p-0",
  "in-data-answer:flex-1 in-data-answer:pt-3 short:in-data-answer:pt-1.5 landscape-phone:in-data-answer:[grid-area:facts]",
  "in-data-answer:[&>h2:first-child]:mt-0",
].join(" ");

const widths = { counter: "max-w-[40rem]", admin: "max-w-[72rem]", wide: "max-w-none" };

/** The column of a page's content. */
export function PageBody({
  width = "counter",
  children,
}: {
  width?: keyof typeof widths;
  children: ReactNode;
}) {
  return (
    <div className={`${body} ${widths[width]}`} data-body>
      {children}
    </div>
  );
}

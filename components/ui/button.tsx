import Link from "next/link";
import type { ReactNode } from "react";

/** `light` is for the camera's picture, `row` for OtherWays. */
export type ButtonVariant = "primary" | "outline" | "text" | "light" | "row";

const shape = [
  "flex cursor-pointer items-center justify-center gap-[0.6rem] rounded-button border-2 text-center leading-[1.2]",
  "font-bold wrap-anywhere aria-disabled:cursor-progress print:hidden [&_svg]:size-[26px] [&_svg]:flex-none",
  "sm:inline-flex sm:w-auto sm:in-data-[bar=actions]:flex sm:in-data-[bar=actions]:w-full",
  "motion-safe:transition-[background-color] motion-safe:duration-150 [:where(&+p)]:mt-[0.9rem]",
].join(" ");

const large =
  "min-h-14 w-full px-5 py-2 text-xl no-underline sm:min-w-48 sm:in-data-[bar=actions]:min-w-0 in-data-[bar=actions]:py-[0.35rem] in-data-[bar=actions]:text-lg in-data-[bar=actions]:leading-[1.15] forced-colors:border-[ButtonText]";

const row = [
  "flex min-h-12 w-full cursor-pointer items-center justify-between gap-3 px-[0.9rem] py-[0.3rem] text-left",
  "leading-[1.25] font-semibold text-link no-underline hover:underline aria-disabled:cursor-progress print:hidden",
  "after:size-[0.55rem] after:flex-none after:rotate-45 after:border-t-2 after:border-r-2 after:border-current",
].join(" ");

const variants: Record<Exclude<ButtonVariant, "row">, string> = {
  primary: `${large} border-indigo bg-indigo text-white hover:bg-indigo-hover forced-colors:bg-[ButtonText] forced-colors:text-[ButtonFace] forced-colors:forced-color-adjust-none`,
  outline: `${large} border-current bg-transparent text-link hover:bg-indigo-soft`,
  text: "min-h-11 w-fit border-transparent bg-transparent px-2 py-2 text-md text-link underline underline-offset-[0.18em] hover:bg-indigo-soft forced-colors:border-[Canvas]",
  light: `${large} border-white bg-white text-signal-ink`,
};

export function buttonClass(variant: ButtonVariant = "primary"): string {
  return variant === "row" ? row : `${shape} ${variants[variant]}`;
}

/** A link that looks like a button, without prefetch. */
export function ButtonLink({
  href,
  variant = "primary",
  children,
}: {
  href: string;
  variant?: ButtonVariant;
  children: ReactNode;
}) {
  const look = { className: buttonClass(variant), "data-variant": variant };
  // A plain anchor for addresses with a fragment, because the router does not move the focus.
  if (!href.startsWith("/") || href.includes("#")) {
    return (
      <a {...look} href={href}>
        {children}
      </a>
    );
  }
  return (
    <Link {...look} href={href} prefetch={false}>
      {children}
    </Link>
  );
}

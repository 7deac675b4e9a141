import Link from "next/link";
import type { ReactNode } from "react";

/** `light` stands on the camera's picture. */
export type ButtonVariant = "primary" | "outline" | "text" | "light";

const shape = [
  "flex cursor-pointer items-center justify-center gap-[0.6rem] rounded-button border-2 text-center leading-[1.2]",
  "font-bold wrap-anywhere aria-disabled:cursor-progress print:hidden [&_svg]:size-[26px] [&_svg]:flex-none",
  "sm:inline-flex sm:w-auto sm:in-data-[bar=actions]:flex sm:in-data-[bar=actions]:w-full",
  "motion-safe:transition-[background-color] motion-safe:duration-150 [:where(&+p)]:mt-[0.9rem]",
].join(" ");

const large =
  "min-h-14 w-full px-5 py-2 text-xl no-underline sm:min-w-48 sm:in-data-[bar=actions]:min-w-0 forced-colors:border-[ButtonText]";

const variants: Record<ButtonVariant, string> = {
  primary: `${large} border-indigo bg-indigo text-white hover:bg-indigo-hover forced-colors:bg-[ButtonText] forced-colors:text-[ButtonFace] forced-colors:forced-color-adjust-none`,
  outline: `${large} border-current bg-transparent text-link hover:bg-indigo-soft`,
  text: "min-h-11 border-transparent bg-transparent px-2 py-2 text-md text-link underline underline-offset-[0.18em] hover:bg-indigo-soft forced-colors:border-[Canvas]",
  light: `${large} border-white bg-white text-signal-ink`,
};

export function buttonClass(variant: ButtonVariant = "primary"): string {
  return `${shape} ${variants[variant]}`;
}

/** A link that looks like a button. Nothing is fetched before it is pressed. */
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
  if (!href.startsWith("/")) {
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

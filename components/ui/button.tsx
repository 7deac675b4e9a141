import Link from "next/link";
import type { ReactNode } from "react";

export type ButtonVariant = "primary" | "outline" | "text";

export function buttonClass(variant: ButtonVariant = "primary"): string {
  return variant === "primary" ? "button" : `button button-${variant}`;
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
  if (!href.startsWith("/")) {
    return (
      <a className={buttonClass(variant)} href={href}>
        {children}
      </a>
    );
  }
  return (
    <Link className={buttonClass(variant)} href={href} prefetch={false}>
      {children}
    </Link>
  );
}

import type { ReactNode } from "react";
import { stepWithForm } from "./open-step";
import { REASON_FORM } from "./reason-form";

/**
 * A step of the desk, a link. While a reason is being written it is a button of that form instead, so that what is
 * ticked and typed comes along.
 */
export function DeskStep({
  href,
  writing,
  current = false,
  keys,
  className,
  children,
}: {
  /** The desk's own address with another query. */
  href: string;
  /** Whether a reason is being written. */
  writing: boolean;
  /** Whether this is what is shown already. */
  current?: boolean;
  /** The key that takes the step. */
  keys?: string;
  className: string;
  children: ReactNode;
}) {
  const shared = { "aria-current": current ? ("true" as const) : undefined, "data-key": keys };
  if (!writing)
    return (
      <a className={className} href={href} {...shared}>
        {children}
      </a>
    );
  return (
    <button
      type="submit"
      form={REASON_FORM}
      formAction={stepWithForm(href)}
      formMethod="post"
      formEncType="application/x-www-form-urlencoded"
      formNoValidate
      className={`cursor-pointer border-0 bg-transparent text-left text-link underline underline-offset-[0.18em] ${className}`}
      data-unchecked=""
      {...shared}
    >
      {children}
    </button>
  );
}

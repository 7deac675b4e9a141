import type { ReactNode } from "react";
import { type ButtonVariant, buttonClass } from "@/components/ui/button";

/** Filters of a list. A GET form, so that the address holds them, unless what is typed may stand in none. */
export function FilterForm({
  path,
  hidden = {},
  submit,
  variant = "outline",
  inline = false,
  isPosted = false,
  className,
  aside,
  children,
}: {
  path: string;
  /** Further parameters of the address. */
  hidden?: Readonly<Record<string, string>>;
  submit: string;
  variant?: ButtonVariant;
  /** Whether the button is at the end of the row of fields instead of below them. */
  inline?: boolean;
  isPosted?: boolean;
  className?: string;
  /** Content beside the button. */
  aside?: ReactNode;
  children: ReactNode;
}) {
  const button = (
    <button type="submit" className={`${buttonClass(variant)} ${inline ? "mb-4" : ""}`}>
      {submit}
    </button>
  );
  return (
    <search>
      <form className={className} action={path} method={isPosted ? "post" : undefined}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        {inline ? (
          button
        ) : (
          <div className="flex flex-wrap items-center gap-x-4 sm:col-span-full">
            {button}
            {aside}
          </div>
        )}
      </form>
    </search>
  );
}

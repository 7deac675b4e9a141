import type { ReactNode } from "react";
import { type ButtonVariant, buttonClass } from "@/components/ui/button";

/** What a list is asked for. A GET, so that the address holds the whole list. */
export function FilterForm({
  path,
  hidden = {},
  submit,
  variant = "outline",
  inline = false,
  className,
  aside,
  children,
}: {
  path: string;
  /** What the address holds beside the fields. */
  hidden?: Readonly<Record<string, string>>;
  submit: string;
  variant?: ButtonVariant;
  /** Whether the button ends the row of the fields, instead of standing below them. */
  inline?: boolean;
  className?: string;
  /** Stands beside the button. */
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
      <form className={className} action={path}>
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

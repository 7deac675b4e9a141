import type { ReactNode } from "react";

/**
 * A form whose answer is a file. Its inputs come from the page itself, so it has no errors to show and the page
 * stays.
 */
export function FileForm({
  action,
  hidden = {},
  opens = false,
  frame,
  className,
  children,
}: {
  action: string;
  hidden?: Readonly<Record<string, string>>;
  /** Whether the browser displays the file, which then opens in a new window. */
  opens?: boolean;
  /** Name of the frame of the page that takes the file instead. */
  frame?: string;
  className?: string;
  children?: ReactNode;
}) {
  return (
    <form
      className={className}
      method="post"
      action={action}
      target={frame ?? (opens ? "_blank" : undefined)}
      rel={opens ? "noopener" : undefined}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

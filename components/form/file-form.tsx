import type { ReactNode } from "react";

/** A form whose answer is a file: what it asks for is the page's own, so nothing comes back and the page stays. */
export function FileForm({
  action,
  hidden = {},
  opens = false,
  className,
  children,
}: {
  action: string;
  hidden?: Readonly<Record<string, string>>;
  /** Whether the file is one that the browser shows: it gets a window of its own. */
  opens?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <form
      className={className}
      method="post"
      action={action}
      target={opens ? "_blank" : undefined}
      rel={opens ? "noopener" : undefined}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

import type { ReactNode } from "react";

/** Box of an empty state with a single sentence. */
export const emptyClass = "mb-4 rounded-button border-2 border-dashed border-line px-4 py-5";

/** Empty state: says what will appear here, and the next step. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={emptyClass}>
      <h2 className="mt-0">{title}</h2>
      {children ? <div className="mb-3">{children}</div> : null}
      {action}
    </div>
  );
}

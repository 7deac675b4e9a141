import type { ReactNode } from "react";

/** The frame of what is not there yet, for a single sentence. */
export const emptyClass = "mb-4 rounded-button border-2 border-dashed border-line px-4 py-5";

/** Nothing here yet: says what will appear, and the one thing to do. */
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

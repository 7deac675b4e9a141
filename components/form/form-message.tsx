import type { ReactNode } from "react";

export const messageClass = "mb-5 max-w-none border-l-6 border-warn-text bg-warn-soft px-4 py-3";

/** Reason why the whole form was refused, where no field has an error. */
export function FormMessage({ children }: { children: ReactNode }) {
  return (
    <p className={messageClass} role="alert">
      {children}
    </p>
  );
}

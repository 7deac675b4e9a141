import type { ReactNode } from "react";

/** Why the whole form was refused; no field is wrong. */
export function FormMessage({ children }: { children: ReactNode }) {
  return (
    <p className="message" role="alert">
      {children}
    </p>
  );
}

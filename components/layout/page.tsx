import Link from "next/link";
import type { ReactNode } from "react";

/** A page's main part: way back, step, its one heading, its content and, when given, its bar of actions. */
export function Page({
  title,
  back,
  step,
  width = "counter",
  children,
  footer,
}: {
  title: ReactNode;
  back?: { href: string; label: string };
  step?: string;
  width?: "counter" | "admin";
  children: ReactNode;
  footer?: ReactNode;
}) {
  return (
    <main id="contenido" tabIndex={-1}>
      <div className={width === "admin" ? "page-body wide" : "page-body"}>
        {back || step ? (
          <div className="back-row">
            {back ? (
              <Link className="back-link" href={back.href} prefetch={false}>
                <span aria-hidden="true">‹</span> {back.label}
              </Link>
            ) : null}
            {step ? <span className="hint num">{step}</span> : null}
          </div>
        ) : null}
        <h1>{title}</h1>
        {children}
      </div>
      {footer ? <div className="action-bar">{footer}</div> : null}
    </main>
  );
}

import Link from "next/link";
import type { ReactNode } from "react";
import { PageBody } from "./page-body";

/** Main part of a page: back link, step, heading and content. */
export function Page({
  title,
  back,
  step,
  width = "counter",
  children,
}: {
  title: ReactNode;
  back?: { href: string; label: string };
  step?: string;
  width?: "counter" | "admin" | "wide";
  children: ReactNode;
}) {
  return (
    <main id="contenido" tabIndex={-1}>
      <PageBody width={width}>
        {back || step ? (
          <div className="-mt-3 flex flex-wrap items-center justify-between gap-x-4 camera:hidden print:hidden">
            {back ? (
              <Link
                className="inline-flex min-h-11 items-center gap-[0.35rem]"
                href={back.href}
                prefetch={false}
              >
                <span aria-hidden="true">‹</span> {back.label}
              </Link>
            ) : null}
            {step ? <span className="text-hint text-ink-soft tabular-nums lining-nums">{step}</span> : null}
          </div>
        ) : null}
        <h1 className="camera:sr-only">{title}</h1>
        {children}
      </PageBody>
    </main>
  );
}

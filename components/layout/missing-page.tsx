"use client";

import { PageBody } from "@/components/layout/page-body";
import { ButtonLink } from "@/components/ui/button";

/** Nothing is at this address. A component of the browser, because every page brings it along, ready to be shown. */
export function MissingPage({ title, text, home }: { title: string; text: string; home: string }) {
  return (
    <main id="contenido" tabIndex={-1}>
      <PageBody>
        <h1 className="camera:sr-only">{title}</h1>
        <p>{text}</p>
        <ButtonLink href="/" variant="outline">
          {home}
        </ButtonLink>
      </PageBody>
    </main>
  );
}

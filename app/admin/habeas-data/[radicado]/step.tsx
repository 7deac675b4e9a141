import type { ReactNode } from "react";

/** A part of the page of a request, under a heading that its address can name. */
export function Step({
  id,
  title,
  text,
  children,
}: {
  id: string;
  title: string;
  text: string;
  children?: ReactNode;
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {text ? <p>{text}</p> : null}
      {children}
    </section>
  );
}

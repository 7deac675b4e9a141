type Step = { href: string; label: string };

const step = "inline-flex min-h-11 items-center font-bold print:hidden";

/** `position` is the current page: "Página 2 de 9". Steps without a target are left out. */
export function Pagination({
  label,
  previous,
  position,
  next,
}: {
  label: string;
  previous?: Step;
  position: string;
  next?: Step;
}) {
  return (
    <nav className="mb-4 flex flex-wrap items-center gap-x-5" aria-label={label}>
      {previous ? (
        <a className={step} href={previous.href} rel="prev">
          ‹ {previous.label}
        </a>
      ) : null}
      <span className="tabular-nums lining-nums">{position}</span>
      {next ? (
        <a className={step} href={next.href} rel="next">
          {next.label} ›
        </a>
      ) : null}
    </nav>
  );
}

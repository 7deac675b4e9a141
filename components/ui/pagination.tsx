type Step = { href: string; label: string };

/** `position` says where one is: "Página 2 de 9". Steps that lead nowhere are left out. */
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
    <nav className="pages" aria-label={label}>
      {previous ? (
        <a href={previous.href} rel="prev">
          ‹ {previous.label}
        </a>
      ) : null}
      <span className="num">{position}</span>
      {next ? (
        <a href={next.href} rel="next">
          {next.label} ›
        </a>
      ) : null}
    </nav>
  );
}

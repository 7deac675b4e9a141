export type FilterChip = { name: string; label: string; value: string; href: string };

/** The filters that are set, each a link to the list without it. */
export function FilterChips({
  chips,
  words,
  allHref,
}: {
  chips: FilterChip[];
  words: { label: string; remove: string; removeAll: string };
  allHref: string;
}) {
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={words.label}>
      {chips.map(({ name, label, value, href }) => (
        <li key={name}>
          <a className="chip" href={href}>
            <span className="sr-only">{words.remove} </span>
            <span>
              {label}: <b>{value}</b>
            </span>
            <span aria-hidden="true">✕</span>
          </a>
        </li>
      ))}
      <li>
        <a className="inline-flex min-h-11 items-center" href={allHref}>
          {words.removeAll}
        </a>
      </li>
    </ul>
  );
}

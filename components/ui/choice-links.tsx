/** Links for a choice that the address holds, such as sorting or page length. */
export function ChoiceLinks({
  label,
  choices,
}: {
  label: string;
  choices: { href: string; label: string; chosen: boolean }[];
}) {
  return (
    <nav className="print:hidden flex flex-wrap items-center gap-x-2" aria-label={label}>
      <span className="text-hint text-ink-soft">{label}:</span>
      {choices.map((choice) => (
        <a
          key={choice.href}
          className="inline-flex min-h-11 min-w-11 items-center justify-center aria-[current]:font-bold aria-[current]:no-underline"
          href={choice.href}
          aria-current={choice.chosen ? "true" : undefined}
        >
          {choice.label}
        </a>
      ))}
    </nav>
  );
}

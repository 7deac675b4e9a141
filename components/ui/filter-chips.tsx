import { currentMessages } from "@/messages";

export type FilterChip = { name: string; label: string; value: string; href: string };

/** Active filters, each a link to the list without it. */
export async function FilterChips({ chips, allHref }: { chips: FilterChip[]; allHref: string }) {
  if (chips.length === 0) return null;
  const { lists } = await currentMessages();
  return (
    <ul className="mb-4 flex flex-wrap items-center gap-2" aria-label={lists.chips}>
      {chips.map(({ name, label, value, href }) => (
        <li key={name} className="max-w-full">
          <a
            className="inline-flex min-h-11 items-center gap-2 rounded border-[1.5px] border-line bg-sheet px-3 py-1 wrap-anywhere"
            href={href}
          >
            <span className="sr-only">{lists.remove} </span>
            <span>
              {label}: <b>{value}</b>
            </span>
            <span aria-hidden="true">✕</span>
          </a>
        </li>
      ))}
      <li className="max-w-full">
        <a className="inline-flex min-h-11 items-center" href={allHref}>
          {lists.removeAll}
        </a>
      </li>
    </ul>
  );
}

import { formatCount } from "@/lib/format/money";
import { pageSizes } from "@/lib/paging";
import { ChoiceLinks } from "./choice-links";
import { Pagination } from "./pagination";

/** The address of the list with something of it changed. */
type At = (change: Record<string, string>) => string;

/** How many rows a page has. */
export function PageSizes({ at, size, words }: { at: At; size: number; words: { sizeLabel: string } }) {
  return (
    <ChoiceLinks
      label={words.sizeLabel}
      choices={pageSizes.map((rows) => ({
        href: at({ filas: String(rows) }),
        label: String(rows),
        chosen: rows === size,
      }))}
    />
  );
}

/** The steps of a list in pages; nothing when all of it stands on one. */
export function Pages({
  at,
  page,
  pages,
  words: t,
}: {
  at: At;
  page: number;
  pages: number;
  words: Readonly<Record<"pages" | "previous" | "next", string>> & {
    page: (page: string, pages: string) => string;
  };
}) {
  if (pages <= 1) return null;
  return (
    <Pagination
      label={t.pages}
      position={t.page(formatCount(page), formatCount(pages))}
      previous={page > 1 ? { href: at({ pagina: String(page - 1) }), label: t.previous } : undefined}
      next={page < pages ? { href: at({ pagina: String(page + 1) }), label: t.next } : undefined}
    />
  );
}

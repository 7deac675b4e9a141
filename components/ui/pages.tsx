import { formatCount } from "@/lib/format/money";
import { pageSizes } from "@/lib/paging";
import { currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { ChoiceLinks } from "./choice-links";
import { Pagination } from "./pagination";

/** Address of the list with changed parameters. */
type At = (change: Record<string, string>) => string;

/** How many rows a page has. */
export async function PageSizes({ at, size }: { at: At; size: number }) {
  const { lists } = await currentMessages();
  return (
    <ChoiceLinks
      label={lists.sizeLabel}
      choices={pageSizes.map((rows) => ({
        href: at({ filas: String(rows) }),
        label: String(rows),
        chosen: rows === size,
      }))}
    />
  );
}

/** Pagination of a list; empty when everything fits on one page. */
export async function Pages({
  of,
  at,
  page,
  pages,
}: {
  /** Which list it is, since the labels of the steps depend on its sorting. */
  of: keyof Messages["lists"]["steps"];
  at: At;
  page: number;
  pages: number;
}) {
  if (pages <= 1) return null;
  const { lists } = await currentMessages();
  const { label, previous, next } = lists.steps[of];
  return (
    <Pagination
      label={label}
      position={lists.page(formatCount(page), formatCount(pages))}
      previous={page > 1 ? { href: at({ pagina: String(page - 1) }), label: previous } : undefined}
      next={page < pages ? { href: at({ pagina: String(page + 1) }), label: next } : undefined}
    />
  );
}

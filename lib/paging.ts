/** A page of so many rows that somebody asks for, the first is 1. */
export type AskedPage = { size: number; page: number };

/** The page that is shown of so many rows: the one asked for, or the last there is. */
export function shownPage(rows: number, { size, page }: AskedPage) {
  const pages = Math.max(1, Math.ceil(rows / size));
  const shown = Math.min(page, pages);
  return { page: shown, pages, offset: (shown - 1) * size };
}

/** A page of so many rows that somebody asks for, the first is 1. */
export type PageRequest = { size: number; page: number };

/** The page that is shown of so many rows: the one asked for, or the last there is. */
export function shownPage(rows: number, { size, page }: PageRequest) {
  const pages = Math.max(1, Math.ceil(rows / size));
  const shown = Math.min(page, pages);
  return { page: shown, pages, offset: (shown - 1) * size };
}

/** How many rows of a list may be asked for. */
export const pageSizes = [25, 50, 100] as const;

const USUAL_SIZE = 25;

/** A size as an address says it; the usual one for what is none. */
export function readSize(param: unknown): number {
  return pageSizes.find((size) => String(size) === param) ?? USUAL_SIZE;
}

/** A size as an address says it; the usual one is left unsaid. */
export function sizeWord(size: number): string {
  return size === USUAL_SIZE ? "" : String(size);
}

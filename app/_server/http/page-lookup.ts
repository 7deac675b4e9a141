/** Header by which proxy.ts says which look-up a page is about. Written there, never taken from outside. */
export const PAGE_LOOKUP = "x-lookup";

/** The look-up of an answer's page, as its address says; null of any other page. */
export function pageLookup(path: string): string | null {
  return (
    /^\/consultar\/r\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:\/usar)?$/.exec(
      path,
    )?.[1] ?? null
  );
}

/** Header with the look-up that a page is about. proxy.ts sets it and drops any value from outside. */
export const PAGE_LOOKUP = "x-lookup";

/** The look-up in the address of an answer's page; null for other pages. */
export function pageLookup(path: string): string | null {
  return (
    /^\/consultar\/r\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:\/usar)?$/.exec(
      path,
    )?.[1] ?? null
  );
}

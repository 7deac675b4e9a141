/** What the days of a period are called in addresses. */
export const periodParams = { from: "desde", to: "hasta" } as const;

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the days of a period out of an address. */
export const periodIn = (query: Query) => (name: keyof typeof periodParams) => query[periodParams[name]];

/** The days as an address says them. */
export const periodQuery = ({ from, to }: { from: string; to: string }) => ({
  [periodParams.from]: from,
  [periodParams.to]: to,
});

/** The names of a period's days in addresses. */
export const periodParams = { from: "desde", to: "hasta" } as const;

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the days of a period out of an address. */
export const periodIn = (query: Query) => (name: keyof typeof periodParams) => query[periodParams[name]];

/** The query of a period. */
export const periodQuery = ({ from, to }: { from: string; to: string }) => ({
  [periodParams.from]: from,
  [periodParams.to]: to,
});

/** Reads them out of a posted form. */
export const postedPeriod = (form: FormData) => (name: keyof typeof periodParams) =>
  form.get(periodParams[name]);

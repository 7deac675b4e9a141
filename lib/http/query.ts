type Parameter = string | string[] | undefined;

/** A text of the address: one value, trimmed, of at most `longest` letters; else "". */
export function queryText(value: Parameter, longest = 100): string {
  return typeof value === "string" ? value.trim().slice(0, longest) : "";
}

/** A page of the address, counted from 1. */
export function queryPage(value: Parameter): number {
  return /^[1-9]\d{0,4}$/.test(String(value)) ? Number(value) : 1;
}

/** An address with its filters; empty ones are left out. */
export function pathWith(path: string, filters: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ""));
  return query.size > 0 ? `${path}?${query}` : path;
}

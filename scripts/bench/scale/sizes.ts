/** How many rows of each table at scale 1: some two years of a caja with two thousand providers. */
const fullSize = {
  providers: 2_000,
  requests: 2_000,
  orders: 3_000_000,
  lookups: 5_000_000,
  uses: 1_500_000,
  auditEvents: 6_500_000,
};
export type Sizes = typeof fullSize;

/** The same proportions at a smaller scale; the number of providers has a minimum. */
export function sizesAt(scale: number): Sizes {
  const of = (count: number) => Math.max(1, Math.round(count * scale));
  return {
    providers: Math.max(20, of(fullSize.providers)),
    requests: of(fullSize.requests),
    orders: of(fullSize.orders),
    lookups: of(fullSize.lookups),
    uses: of(fullSize.uses),
    auditEvents: of(fullSize.auditEvents),
  };
}

/** Tables that grow with every order and every look-up: no page may scan a whole one. */
export const largeTables = [
  "order",
  "order_code",
  "lookup",
  "comparison",
  "order_use",
  "settlement",
  "settlement_sum",
  "order_sum",
  "proof",
  "audit_event",
] as const;

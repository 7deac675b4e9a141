/** Kinds that a new installation knows; more are rows of `order_kind`, not code. */
export const firstOrderKinds = [
  { code: "AS", name: "ADELANTO POR SUBSIDIOS", largestValue: 20_000_000, position: 1 },
  { code: "BE", name: "BONO ESCOLAR", largestValue: 20_000_000, position: 2 },
] as const;

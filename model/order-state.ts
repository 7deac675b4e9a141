export const orderStates = [
  "draft",
  "issued",
  "delivered",
  "used",
  "annulled",
  "blocked",
  "replaced",
] as const;
export type OrderState = (typeof orderStates)[number];

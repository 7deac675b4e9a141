/** Why an order may not be used: the answer page says it in its own words. */
export const standings = {
  paused: null,
  not_found: null,
  other_provider: null,
  draft: null,
  used: null,
  annulled: null,
  replaced: null,
  blocked: null,
  expired: null,
  not_yet: null,
} as const;

/** Refusals of what is done to a provider, its team and its places (domain/outcome.ts). */
export const providerOutcomes = {
  owner_outcome: {
    not_allowed: "not_allowed",
    provider_not_found: "provider_not_found",
    changed: "changed_since",
    owner_remains: "owner_remains",
    email_barred: "owner_email_barred",
    owner_already: "owner_already",
    owner_named: "owner_named",
    owner_not_named: "owner_not_named",
    waiting: "too_many_attempts",
  },
  provider_outcome: {
    not_allowed: "not_allowed",
    provider_not_found: "provider_not_found",
    provider_state_changed: "provider_state_changed",
    changed: "changed_since",
    day_outside: "day_outside",
    same_data: "same_data",
  },
  team_outcome: {
    not_allowed: "not_allowed",
    team_not_approved: "team_not_approved",
    email_taken: "email_taken",
    already_invited: "already_invited",
    waiting: "too_many_attempts",
    member_not_found: "member_not_found",
    last_owner: "last_owner",
  },
  place_outcome: {
    not_allowed: "not_allowed",
    name_taken: "name_taken",
    place_closed: "place_closed",
    too_many_places: "too_many_places",
  },
} as const;

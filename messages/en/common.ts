import type { Section } from "../es-CO";

export const common: Section<"common"> = {
  refusals: {
    not_allowed: "Your user is not allowed to do this.",
    bad_credentials: "The e-mail or the password do not match. Check capital letters.",
    too_many_attempts: "There were several attempts in a row. Wait a moment before trying again.",
    link_not_usable: "This link was used, has expired or there is a newer one.",
    email_taken: "That e-mail already has an account. Sign in with it or type another one.",
    already_invited: "There is already a pending invitation for that e-mail.",
    last_owner: "You are the only owner of the account. Name another owner first.",
    member_not_found: "That person is no longer in your team.",
    request_not_found: "We could not find that request.",
    request_open_already: "Your company already has a request for this application.",
    request_already_decided: "This request was already decided. Reload the page to see the decision.",
    request_not_correctable: "This request was not returned for correction.",
    nit_has_owner: "That NIT already has an approved provider.",
    no_agreement_in_force: "It cannot be approved: that NIT has no agreement in force.",
    documents_missing: "Documents are missing.",
    provider_not_found: "We could not find that provider.",
    provider_state_changed: "The provider's state has changed. Reload the page.",
    lookup_not_found: "We could not find that look-up.",
  },
};

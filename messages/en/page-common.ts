import type { Section } from "@/messages/es-CO";

export const common: Section<"common"> = {
  frame: {
    skip: "Skip to the content",
    siteTitle: (portal, caja) => `${portal} · Providers of ${caja}`,
    menu: "Menu",
    account: "Your account",
    signIn: "Sign in",
    signOut: "Sign out",
    demonstration: "Demonstration data",
    callUs: "Questions? Call",
    footer: "Help and data",
    ownAccount: "My account",
    help: "Help",
    accessibility: "Accessibility",
    privacy: "Privacy",
    dataRights: "Your data rights",
    otherLanguage: "Español",
    back: "Back",
    home: "Go to the start",
  },
  nav: {
    provider: "Your company's menu",
    lookUp: "Look up",
    history: "History",
    applications: "Applications",
    team: "Team",
    admin: "The fund's menu",
    today: "Today",
    requests: "Requests",
    providers: "Providers",
    agreements: "Convenios",
    orders: "Orders",
    imports: "Import",
    settlement: "Settlement",
    payments: "Payments",
    monthReport: "Month report",
    reports: "Reports",
    lookups: "Look-ups",
    waiting: "Waiting",
    waits: "waiting",
    find: "Look up",
    money: "Money",
    control: "Control",
    undos: "Take back",
    rights: "Personal data",
    incidents: "Incidents",
    audit: "Audit log",
    people: "People of the fund",
    settings: "Settings",
  },
  kindChoice: ({ name, oldNames }) =>
    oldNames.length > 0 ? `${name} (before: ${oldNames.join(", ")})` : name,
  kindsRenamed: (kinds) =>
    kinds
      .filter(({ oldNames }) => oldNames.length > 0)
      .map(({ name, oldNames }) => `If the paper says ${oldNames.join(" or ")}, choose ${name}.`)
      .join(" "),
  keypad: { keypadLetters: "Type letters", keypadDigits: "Type digits only" },
  refusals: {
    not_allowed: "Your user is not allowed to do this.",
    other_provider:
      "Nothing was registered: you opened this form in {partes} and then switched to another company. Go back to that company from the menu, or open this page again.",
    unexpected:
      "The fault is ours. Try again in a few minutes. If it stays so, call the fund and give this code: {codigo}",
    unreadable: "It has signs that cannot be read. Delete it and type it again.",
    bad_credentials: "The e-mail or the password do not match. Check capital letters.",
    last_attempt:
      "The e-mail or the password do not match. Check capital letters. One attempt is left: if it fails, you will have to wait {minutos} minutes.",
    too_many_attempts: "There were several attempts in a row. Wait a moment before trying again.",
    busy: "Many people are using the portal right now. Wait a few seconds and try again.",
    link_not_usable: "This link was used, has expired or there is a newer one.",
    password_personal:
      "That password is made of your name, your company, the fund, your NIT, your ID number or your e-mail. Choose another one.",
    password_same: "The new password is the present one. Choose another one.",
    password_common:
      "That password is very common or built on a very common one. Choose another one: a sentence of four words that nobody expects will do.",
    email_taken: "That e-mail already has an account. Sign in with it or type another one.",
    email_same: "That is the e-mail that you use already. Write another one.",
    already_invited: "There is already a pending invitation for that e-mail.",
    team_not_approved: "You can invite your team once the fund approves your company's first request.",
    last_owner: "You are the only owner of the account. Name another owner first.",
    own_access: "Your role and your access are changed by another administrator.",
    official_not_found: "That person is no longer in the list.",
    official_changed:
      "Somebody changed this access while you were looking at it. Open the list again and see how it stands.",
    official_email_taken:
      "That e-mail is already of a person of the fund or of a provider. If their access ended, give it back in the list; otherwise type another e-mail.",
    member_not_found: "That person is no longer in your team.",
    request_not_found: "We could not find that request.",
    request_already_decided:
      "This request was already decided. Nothing changed: see the decision on its page.",
    nothing_to_renew: "There is no document to renew any more.",
    request_not_correctable: "This request was not returned for correction.",
    nit_has_owner: "That NIT already has an approved provider.",
    agreement_number_taken: "That number belongs to another convenio. Find it in the list.",
    agreement_changed:
      "Somebody changed this convenio while you looked at it. Open the page again: what you wrote was not saved.",
    agreement_not_found: "That convenio is no longer there.",
    no_agreement_in_force: "It cannot be approved: that NIT has no agreement in force.",
    wrong_check_digit: "It cannot be approved: the check digit does not belong to the NIT.",
    decision_stands:
      "It can no longer be taken back: the 10 seconds are over, the e-mail left, or the decision is another person’s.",
    decision_carries_another:
      "It cannot be taken back: another request of the same company was approved after it. That one has to be taken back first.",
    application_changed: "Somebody changed this list after you opened it. Open it again.",
    document_name_taken: "That application asks for a document of that name already.",
    documents_full: "An application asks for up to 6 documents. Stop asking for one to ask for another.",
    documents_missing: "Documents are missing.",
    provider_not_found: "We could not find that provider.",
    provider_state_changed: "The provider's state has changed. Reload the page.",
    same_data: "The data are the same. Change what is wrong and save.",
    owner_needed:
      "This is the last owner and the company may work. Suspend the company first, or change its owner.",
    request_waits: "The company has a request to decide on. Decide on it first.",
    member_gone: "That person no longer works for the company.",
    owner_remains: "The company has more than one owner: they change the team themselves.",
    owner_email_barred: "That e-mail is of a person of the fund or is disabled. Use another one.",
    owner_already: "That person is the owner already.",
    owner_named: "Somebody was named and has not accepted yet. Take that back first.",
    owner_not_named: "That person has accepted or was taken back. Reload the page.",
    wrong_owner_code:
      "That is not the code that the fund gave you. After five attempts the invitation closes.",
    wrong_entry_code:
      "That is not the code that the person who invited you told you. After five attempts they must invite you again.",
    day_outside: "Choose a day from today to a year from now.",
    suspension_unread: "This is what they will read. Check it below and confirm.",
    import_ticks_changed:
      "The ticks of this file changed after you opened this page. Open it again, look at the ticks and confirm.",
    import_moved_on:
      "That import was already confirmed, cancelled or ended. If this page still offers it, open it again.",
    caja_changed: "Somebody saved other changes while you were typing. Open the page again.",
    order_missing: "We did not find that order.",
    order_delivered: "The affiliate already has this order. A lost paper is replaced by another order.",
    order_not_issued: "Only an issued order is printed. Look at its state.",
    nothing_ticked: "Tick at least one order, and no more than 100.",
    order_unprintable:
      "It cannot be printed: its dates, its value or the letters of the name do not fit the paper. Replace the order with the right data.",
    order_expired: "This order has expired. Extend its date first.",
    order_changed: "This order changed just now. Print it again.",
    wrong_password: "That is not your password. Check capital letters.",
    last_password:
      "That is not your password. One attempt is left: if it fails, you will have to wait {minutos} minutes.",
    wrong_pin: "That is not the PIN, or not of that person.",
    last_pin:
      "That is not the PIN. You have one attempt left: if it fails, you will have to wait {minutos} minutes.",
    pin_closed:
      "That PIN was closed after many attempts. Sign in with your e-mail and password, and set another one in My account.",
    wrong_code:
      "That is not the present code. Wait for the next one and type it, or use an unused paper code.",
    wrong_first_code:
      "That is not the code of now. Wait for the next one and type it. If it does not work either, set the clock of your phone.",
    reset_over:
      "There is nothing left to stop: it was used, withdrawn or has expired. If you enrolled no other second factor and yours stopped working, call the fund now.",
    last_code:
      "That is not the code. One attempt is left: if it fails, you will have to wait {minutos} minutes.",
    passkeys_full:
      "You have 20 passkeys already, or added 20 since yesterday. Remove one that you do not use, or wait until tomorrow.",
    code_used: "That code was used already. Wait for the next one: it changes every 30 seconds.",
    factor_gone: "That second factor has changed. Open the page again.",
    passkey_refused: "That key did not work. Try again, or use another one that you added to your account.",
    wrong_reset_code: "That is not the code that you were handed. After five attempts it stops working.",
    no_reset:
      "There is no reset that works yet. It begins to work after the wait that you were told, and works for a day.",
    last_factor: "It is your only second factor. Add another one before you remove it.",
    proof_needed:
      "More than 5 minutes have passed since you confirmed that it is you. Open this page again to confirm it: what you typed stays here.",
    key_changed: "Somebody changed the keys before you. Open the page again.",
    keys_full: "255 keys have been made and the code has no room for more.",
    code_cut: "The code came incomplete. Read it again.",
    kind_changed: "Somebody saved other changes to this kind while you were typing. Open the page again.",
    kind_code_taken: "That code belongs to another kind of order. Write another one.",
    kinds_full: "There are 255 kinds of order already, and no room for more.",
    kind_closed: "That kind of order is not in use. Choose another one.",
    value_too_large: "The value is over the limit of this kind of order. Write a smaller one.",
    provider_needed: "This kind of order is for one provider only. Write its NIT.",
    provider_open: "This kind of order is good at any provider. Delete the NIT.",
    provider_name_shared: "Several companies with an agreement have that name. Write more of it, or the NIT.",
    provider_without_agreement: "That NIT has no agreement in force. Check the number.",
    dates_outside_rule: "The dates do not fit the rule of this kind of order. Check them.",
    starts_in_past:
      "The first day has passed, perhaps because you opened this page on another day. In “First day” write today or a later one.",
    starts_too_far: "The first day is too far ahead. In “First day” write a nearer one.",
    ends_outside_rule:
      "The last day does not fit the rule of this kind of order. In “Last day” write one that does, or leave it empty.",
    order_state_changed: "The order changed while you were looking at it. Open the page again.",
    order_now:
      "While you were looking at this page the order changed, and this step is no longer possible. It now stands like this: {partes}. Nothing was saved. Go back to the order to see what you can do.",
    draft_exists:
      "This order is already saved as a draft with other data, perhaps from another tab, and that draft did not change. To correct it, open it under “Your drafts”. To issue another order, open “Issue an order” again.",
    other_form_kept:
      "You already have another unfinished order stored, and it was not replaced. Open it in another tab with “Issue an order” and finish it or choose “Start another one”. Then keep this one: what you typed is still here.",
    draft_changed: "The draft changed after you opened it. Check it again.",
    needs_second_person:
      "Because of its value, or of what today adds up to, another person must approve this order. Ask for approval.",
    repeats_order:
      "The affiliate already has an order just like it. Look at it and write why you issue another one.",
    change_waits:
      "A change of this order already waits for another person. Approve it or take it back first.",
    change_lapsed: "The order changed after that change was asked for. Ask again if it is still needed.",
    same_person: "You made the order or asked for the change. Another person must approve it.",
    order_undo_waits:
      "A provider asked to take back a use of this order. Decide on that request first, under Reports › Uses to take back.",
    order_use_objected:
      "The fund objected to a use of this order. Legalise it or take it back first, under Settlement; then the new paper has the right value.",
    holds_more: "This order is under review for several reasons. Choose which one ends.",
    paper_value_differs:
      "That value is not the order's. Look at the paper again and type it once more: one try is left.",
    amount_not_left: "That value cannot be used. See how much the order has left.",
    use_settled:
      "This use can no longer be taken back: the fund took it up for payment. If that is a mistake, the fund objects to it first.",
    use_not_objected:
      "Only a use that was objected to is taken back this way. Object to it first, under Settlement.",
    settlement_too_many:
      "These are more than 5,000 uses, too many for one form. None was moved: shorten the period. An invoice charges at most 5,000 uses: if it charges more, ask the provider for two invoices.",
    settlement_changed:
      "One of those uses changed, was taken back or was already paid. None was moved: look at the list again.",
    undo_waits:
      "The provider asked to take one of those uses back. Decide on that request first, under Reports › Uses to take back; nothing was changed.",
    changed_since:
      "While you looked at this page this changed: {partes}. Nothing was saved. Look how it is now and decide again.",
    cufe_taken: "That CUFE belongs to another invoice. Copy it whole from this provider's invoice.",
    invoice_other_cufe:
      "That invoice of this provider has another CUFE. Check the number and the CUFE. If the prefix ends in a figure, write it with its hyphen: FE1-10 is one invoice and FE-110 is another. If the earlier one was written without it, write its number with the hyphen for one of its uses.",
    invoice_sum:
      "It does not add up: {partes}. Nothing was saved. Tick or untick uses, or send the invoice back.",
    in_payment:
      "One of those uses is in a payment that waits for another person's approval. None was moved: return that payment first.",
    payment_changed:
      "One of those invoices changed or is in another payment already. Nothing was saved: look at the list again.",
    payment_reversed: "All of this payment is reversed: nothing is left for the bank to pay.",
    payment_decided: "This payment is decided already. Open the page again to see how it went.",
    bank_account_decided: "Somebody already decided on that account. Reload the page.",
    bank_account_same_person: "You proposed this account. Another person must approve it.",
    bank_account_waits: "An account is proposed already. Approve or refuse it first.",
    payment_same_person: "You made this payment. Another person must approve it.",
    payment_legalizer: "You legalised uses of this payment. Another person must approve it.",
    reversal_waits: "A reversal of one of those invoices already waits for another person's approval.",
    undo_decided: "That request was decided already. Reload the page to see the decision.",
    report_decided: "That report was closed already. Reload the page to see the answer.",
    report_unconfirmed:
      "That reason puts the order in review, and nobody can use it. Tick the box if you are sure, or choose another reason.",
    report_withdraw_late:
      "More than 15 minutes have passed since you sent it: it can no longer be withdrawn. Call the fund and give the report's number.",
    incident_changed:
      "This incident changed after what this page shows. Open it in the list of incidents and correct it there.",
    incident_closed: "That step was made already, or the incident is closed. Open it again.",
    incident_reported_early:
      "It would be reported before the day on which it was detected. Nothing was saved: check both days.",
    incident_gone: "We did not find that incident.",
    rights_unknown: "That number and that code are not of the same request. Copy them from the e-mail.",
    rights_changed: "This request changed after you opened it. Nothing was saved: open it again.",
    rights_closed: "This request is closed already. Open it again to see how it ended.",
    rights_incomplete: "Something is missing from the person. Wait until it comes.",
    rights_extended: "This request was extended once already, and the law allows no other time.",
    rights_term_over:
      "The term is over, and an extension is told within it. Nothing was saved: answer as soon as you can.",
    rights_unproven: "Nobody has written down that the identity was seen. Write it down first.",
    rights_other_number:
      "That account has the ID of somebody else. If it is misspelled, correct it first on the provider's page.",
    rights_not_erasing:
      "Only the data of who asked to erase them or to withdraw their authorisation are forgotten, and not where nothing is done. Untick it and answer.",
    rights_no_consent: "No authorisation of that person stands in this portal. Say so in the answer.",
    rights_early: "The two months are not over yet.",
    rights_late: "The two months are over. Make another request.",
    rights_gone: "There is no such request, or what was written in it has been erased.",
    too_many_reports: "Your company has sent many reports today. Call the fund.",
    own_provider: "You work or worked for that provider. Somebody else of the fund decides.",
    name_taken: "There is an open one with that name. Write another.",
    place_closed: "That place is closed or is not of your company.",
    too_many_places: "You have 50 open ones. Close one first.",
  },
};

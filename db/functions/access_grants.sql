-- Grants of the database roles. Functions run with the owner's rights and are the only access to tables that are not
-- listed. Guards against: a process that reads or writes a table around the functions that check it.

revoke all on all tables in schema public from app_door, app_provider, app_caja, app_jobs;
revoke all on all functions in schema public from public, app_provider, app_caja, app_jobs, app_door;
grant usage on schema public to app_door, app_provider, app_caja, app_jobs;

-- Everyone: the caja's data and the applications.
grant select on caja_profile, policy, application, order_kind, order_kind_version to app_provider, app_caja, app_jobs;

grant execute on function bogota_day, bogota_start, bogota_today to app_provider, app_caja, app_jobs;

-- The public and the providers. No SELECT on a table that holds rows of providers or of people: what they read of
-- their own is a function that takes the person and the provider (provider_own.sql).
grant execute on function own_branches, own_members, own_invitations, own_people, own_company, own_requests,
  own_request_events, own_request_documents, own_account, own_reports, own_report_holds, own_proof, own_waiting_code,
  own_found, own_elsewhere to app_provider;
-- What a request to the server begins with: who holds its token.
grant execute on function read_page, budget_spend, return_budget to app_provider;
-- The sign-in role. Only it reads password hashes, makes accounts, opens and ends sessions and sets passwords by links.
grant execute on function session_actor, session_end_reason, end_session, switch_provider to app_door;
grant execute on function authorise_registration, read_registration, answer_registration, nit_has_owner,
  send_confirmation, read_confirmation, confirm_registration, email_may_enter,
  read_invitation, list_invited_team, accept_invitation, join_team to app_door;
grant execute on function sign_in_facts, renew_password_hash, open_session, request_password_link,
  read_password_link, choose_password, budget_spend, return_budget, record_sign_in_miss,
  note_throttled_sign_in to app_door;
grant select (id, email) on person to app_door;
-- The second factor, of a session by its token.
grant execute on function read_factor_session, list_factors, record_factor_miss, pass_password, end_factor, begin_totp,
  read_pending_totp, confirm_totp, read_totp, pass_totp, make_paper_codes, read_paper_salt, pass_paper_code,
  object_to_factor_reset, use_factor_reset,
  begin_challenge, take_challenge, list_passkeys, add_passkey, pass_passkey to app_door;
-- The own account, of a session by its token.
grant execute on function list_own_sessions, end_own_sessions, read_own_names, change_own_password,
  keep_session_limit, bind_session, read_own_profile, change_own_profile, request_email_change, read_email_change,
  confirm_email_change, stop_email_change to app_door;
-- Paired devices: by the device's token the sign-in's role compares a PIN; owners pair and end them.
grant execute on function list_device_people, read_pin, open_pin_session, record_pin_miss, read_own_pin, set_pin,
  read_device to app_door;
grant execute on function pair_device, end_device, list_devices to app_provider;
grant execute on function look_up_order, own_series, own_series_keys, read_lookup to app_provider;
grant execute on function own_series_keys to app_caja;
grant execute on function scan_order, answer_digits, scan_standing to app_provider;
grant execute on function compare_order, read_counter_facts, claim_order, release_claim, use_order, settle_use,
  use_of_key, read_use,
  undo_use, ask_undo to app_provider;
grant execute on function decide_undo, undo_objected_use to app_caja;
grant select on comparison, undo_request to app_caja;
grant select on branch, counter to app_caja;
grant execute on function save_branch, save_counter, close_place, read_counter, history_days, list_history, counter_day,
  log_history_export
  to app_provider;

-- The caja's screens read orders and requests; every write is a function.
grant select on provider, agreement, granted_application, request, request_event,
  "order", order_use, lookup, membership, invitation, audit_event, import_run, import_chunk, import_fault,
    import_change, import_move to app_caja;
grant select (id, email, name, id_kind, id_number, id_number_sealed, mobile, mobile_sealed, caja_role, disabled_at,
  created_at) on person to app_caja;

-- Background jobs: imports, e-mails, retention.
grant select on "order", order_use, agreement, import_run, import_chunk, import_move to app_jobs;
grant select (id, email, name, caja_role, disabled_at) on person to app_jobs;
grant execute on function start_import, end_import, import_order_batch, import_agreements to app_jobs;
grant execute on function claim_import, import_waits, renew_import_lease, release_import, begin_import_walk,
  add_import_findings,
  finish_import_preview, note_import, fail_import, find_stale_import, queue_stale_import_notice to app_jobs;
grant select, update on mail to app_jobs;
grant select, insert, update on installation to app_jobs;
grant execute on function audit_append, forget, create_caja_person, recover_administrator to app_jobs;
grant execute on function request_factor_reset, withdraw_factor_reset, read_factor_reset, list_factor_holders,
  save_factor_wait to app_caja;
grant execute on function audit_lines, audit_lines_of, audit_settled_up_to, audit_shipped_up_to, mark_audit_shipped,
  queue_head_mail to app_jobs;
grant execute on function list_unsealed_people, seal_person, list_unsealed_documents, seal_document to app_jobs;
grant execute on function report_job, merge_settlement_sums, merge_order_sums, count_answers, send_heartbeat,
  count_sealed to app_jobs;
grant execute on function list_ending_agreements, queue_agreement_notices to app_jobs;
grant execute on function save_agreement, is_agreement_followed to app_caja;
grant execute on function own_pause to app_provider;
grant select on job_run to app_jobs, app_caja;
grant execute on function claim_mails, begin_mail, mark_mail_sent, mark_mail_failed to app_jobs;
-- Alarms: undeliverable e-mails, too many misses.
grant select on miss_alert to app_caja;
grant select (id, event_key, content, given_up_at, last_error) on mail to app_caja;

-- Audit of refused access and of opened documents.
grant execute on function note_refusal to app_provider, app_caja;
grant execute on function withdraw_authorisation, open_claims to app_caja;
grant execute on function view_request_paper, note_audit_export, note_audit_reading, plain_words, address_of
  to app_caja;

-- Teams of providers.
grant execute on function invite_member, resend_invitation, cancel_invitation, remove_member to app_provider;

-- The one search over all of it.
grant execute on function search_everywhere to app_caja;

-- People of the caja: an administrator invites them, changes their role and ends their access.
grant execute on function list_caja_people, invite_official, resend_official_invitation, change_official,
  end_official_access, return_official_access to app_caja;

-- Providers: the caja suspends and reactivates.
grant execute on function set_provider_standing, correct_provider, name_owner, withdraw_owner,
  end_provider_access to app_caja;
grant execute on function own_caja_acts to app_provider;
grant select (id, request_id, kind, file_name, media_type, size, uploaded_at, replaced_at,
  mark, marked_by, marked_at) on request_document to app_caja;

-- Requests: the provider files and corrects its own, the caja decides.
grant execute on function file_request, send_correction, documents_due, file_renewal, own_renewals to app_provider;
grant execute on function document_name to app_caja;
grant execute on function save_application_document, documents_named to app_caja;
grant select on application_document to app_caja;
grant execute on function keep_file, list_kept_files, read_kept_file, drop_kept_files to app_provider;
grant execute on function decide_request, request_flags, nit_check_digit, agreement_ending_days,
  approval_obstacle, take_back_decision, time_to_take_back, mark_request_document to app_caja;
grant select on request_reason to app_caja;
grant execute on function documents_to_renew, renewal_ahead_days, document_that_counts, count_renewals_due to app_caja;
grant execute on function list_renewals_to_tell, queue_renewal_notices to app_jobs;

-- Requests about one's own data: anybody files one, the desk answers. What was written in them is read by functions.
grant execute on function file_rights_request, open_rights_request, read_rights_status, list_rights_words,
  complete_rights_request, read_rights_file to app_door;
grant execute on function list_rights_requests, view_rights_request, list_rights_events, ask_rights_missing,
  complete_rights_at_desk, reissue_rights_code, extend_rights_request, note_rights_identity, answer_rights_request,
  abandon_rights_request, collect_held_data, count_left_out, list_rights_accounts, name_rights_account to app_caja;

-- Incidents with personal data.
grant execute on function save_incident, report_incident, close_incident, list_incidents, view_incident to app_caja;

-- The caja's screens. What they change and view is audited.
grant execute on function begin_import_upload, put_import_chunk, close_import_upload, record_refused_upload,
  accept_import, tick_import_moves, import_ticks_version, stop_import,
  log_import_faults_read, find_stale_import to app_caja;
grant execute on function caja_version, save_caja_profile, save_compare_mode, search_orders, view_order,
  agreements_in_force, order_standing, is_past, rules_of, record_order_list to app_caja;
grant execute on function miss_alert_days to app_caja;
-- Mails to the caja's people, and their own choices of them.
grant execute on function list_notice_choices, save_notice_choices to app_caja;
grant execute on function desk_recipients to app_provider, app_jobs;
grant execute on function officials_who_may to app_jobs;
grant execute on function queue_desk_notice, list_waiting to app_jobs;
grant execute on function count_waiting, list_waiting, imports_to_look_at, orders_in_money, uses_by_day,
  answers_by_outcome to app_caja;
grant execute on function orders_by_kind, orders_by_provider, orders_in_review, requests_in_days to app_caja;
grant execute on function kinds_to_ask_for to app_provider, app_caja;
grant select on order_hold to app_caja;
grant execute on function is_core_state to app_caja, app_jobs;

-- Keys of orders. Roles for providers and the public read public keys only.
grant select (id, state, public_key, created_at, activated_at, retired_at) on order_key to app_provider;
grant select on order_key to app_caja;
grant select (order_id, key_id, code, check_sealed, prints, printed_at) on order_code to app_caja;
grant execute on function print_orders to app_caja;
grant execute on function add_order_key, rotate_order_key, revoke_order_key to app_caja;
grant execute on function is_printed_code, is_superseded_code to app_provider;

-- Orders: officials draft, issue and change them; a second person approves; administrators keep the kinds.
grant execute on function save_order_draft, take_order_draft, discard_order_draft, ask_order_approval,
  send_order_back, issue_order, deliver_order, annul_order, block_order, unblock_order, extend_order, replace_order,
  save_order_kind, keep_order_form, draft_approval_reason, send_change_back, repeated_order to app_caja;
grant select on order_change, order_repeat to app_caja;
grant select on order_form to app_caja;
-- Receipts and proofs are signed in requests of providers, with keys of their own.
grant select on receipt_key to app_provider, app_caja;
grant execute on function may_sign_receipts to app_provider, app_caja;
grant execute on function add_receipt_key, read_dead_codes, read_superseded_codes to app_provider;

-- Reports: providers file them, the caja closes them.
grant select on report to app_caja;
grant select (report_id, media_type, size) on report_photo to app_caja;
grant execute on function file_report, withdraw_report to app_provider;
grant execute on function decide_report, view_report_photo to app_caja;
grant execute on function lookup_to_prove, use_to_prove, give_proof, find_proof to app_provider;
grant execute on function standing_of_provider, list_providers, provider_lookups to app_caja;
grant select on settlement, payment, payment_use to app_caja;
-- Accounts of providers; the sealed number is read by functions alone.
grant select (id, provider_id, request_id, bank, kind, last_four, state, proposed_at, proposed_by, reason, decided_at,
  decided_by, decision) on bank_account to app_caja;
grant execute on function propose_account, approve_account, refuse_account, read_account_number, payment_accounts,
  payment_accounts_version, payment_account_numbers to app_caja;
grant execute on function payable_total, payable_invoices, payment_rows, payment_invoices, make_payment,
  make_payment_reversal, approve_payment, return_payment, log_payment_export to app_caja;
grant execute on function log_settlement_export, settlement_rows, settlement_sums, settlement_providers,
  settlement_totals, settle_uses, seen, list_seen_changes, use_version to app_caja;
grant execute on function own_settlement_rows, own_settlement_sums to app_provider;

-- Durations that more than one place uses, each defined once. Each body is a constant, which the planner inlines.
-- Guards against: one rule with two durations.

-- From a comparison to the last moment at which its use may be registered.
create function comparison_window() returns interval language sql immutable as $$ select interval '15 minutes' $$;

-- Duration of a claim.
create function claim_window() returns interval language sql immutable as $$ select interval '15 minutes' $$;

-- How long the counter may undo its own use; later it asks the caja.
create function undo_window() returns interval language sql immutable as $$ select interval '15 minutes' $$;

-- How long a report may be withdrawn by the person who made it.
create function report_withdraw_window() returns interval language sql immutable as $$ select interval '15 minutes' $$;

-- A decision on a request may be taken back, and its e-mails are held, for so long.
create function decision_window() returns interval language sql immutable as $$ select interval '10 seconds' $$;

-- A look-up that is older allows no comparison, because the paper may have changed hands.
create function lookup_window() returns interval language sql immutable as $$ select interval '12 hours' $$;

-- How long an answer and the history show an affiliate's data in full (domain/history/rules.ts); then the retention
-- job deletes the typed ID and what the answer showed.
create function affiliate_window() returns interval language sql immutable as $$ select interval '24 hours' $$;

-- Validity of a link that the console prints.
create function console_link_window() returns interval language sql immutable as $$ select interval '1 hour' $$;

-- An unconfirmed registration is kept for so long after its link, so that an expired link can be sent again.
create function unconfirmed_window() returns interval language sql immutable as $$ select interval '7 days' $$;

-- Minimum interval between updates of a session's last activity.
create function session_seen_window() returns interval language sql immutable as $$ select interval '1 minute' $$;

-- A run of an older version, which had no lease, counts as dead after this.
create function unleased_run_window() returns interval language sql immutable as $$ select interval '1 day' $$;

-- After so long in which nobody did anything and nothing was forgotten the clock itself is doubted.
create function clock_doubt_window() returns interval language sql immutable as $$ select interval '1 day' $$;

-- How far ahead the first day of an order may be (domain/order-kind/kinds.ts has the same for the form).
create function order_start_days() returns int language sql immutable as $$ select 90 $$;

-- The queue of requests tells of a convenio that ends within so many days.
create function agreement_ending_days() returns int language sql immutable as $$ select 30 $$;

-- How many days before (below zero) and after its day the owners are told that a document has to be given again;
-- afterwards the desk alone sees it.
create function renewal_notice_days() returns int[] language sql immutable as $$ select '{-30,0,30,60}'::int[] $$;

-- How many days before its day a document that is renewed every p_days is told of and may be given again: never more
-- than a third of them, so that what was just given is not asked for once more.
create function renewal_ahead_days(p_days int) returns int language sql immutable as $$ select least(30, p_days / 3) $$;

-- How long the caja's first page shows an alert of failed look-ups.
create function miss_alert_days() returns int language sql immutable as $$ select 7 $$;

-- How long after the last day of its last paper a renamed kind is offered under its old name.
create function old_kind_name_days() returns int language sql immutable as $$ select 90 $$;

-- An order like another of the same affiliate that began within this many days may be a duplicate.
create function repeated_order_days() returns int language sql immutable as $$ select 15 $$;

-- Retention periods, by rule (retention.sql).
create function retention_window(p_rule text) returns interval language sql immutable as $$
  select case p_rule
    when 'closed_use_keys' then interval '24 hours'
    when 'budgets' then interval '2 days'
    when 'registrations' then interval '30 days'
    when 'sessions' then interval '90 days'
    when 'audit_addresses' then interval '2 years'
    when 'email_changes' then interval '24 hours'
    when 'abandoned_imports' then interval '24 hours'
    when 'import_pieces' then interval '24 hours'
    when 'report_photos' then interval '2 years'
    when 'report_words' then interval '2 years'
    when 'request_documents' then interval '2 years'
    when 'approved_documents' then interval '10 years'
    when 'waiting_accounts' then interval '1 hour'
    when 'closed_accounts' then interval '3 years'
    when 'unentered_accounts' then interval '90 days'
    when 'unanswered_invitations' then interval '90 days'
    when 'rights_files' then interval '90 days'
    when 'rights_requests' then interval '3 years'
    when 'order_forms' then interval '30 days'
    when 'kept_files' then interval '24 hours'
    when 'mails' then interval '30 days'
    when 'given_up_mails' then interval '30 days'
    when 'miss_counts' then interval '2 days'
    when 'miss_alerts' then interval '30 days'
  end;
$$;

-- A key signs receipts for a year, then the next one does.
create function may_sign_receipts(p_created_at timestamptz) returns boolean language sql stable as $$
  select p_created_at > now() - interval '1 year';
$$;

-- A file that failed, or of which lines did not come in, is worth looking at for so long.
create function faulty_import_window() returns interval language sql immutable as $$ select interval '7 days' $$;

-- How many days before the end of a convenio the company and the caja are told.
create function agreement_notice_days() returns int[] language sql immutable as $$ select array[90, 30, 7] $$;

-- How many days ahead a provider can be suspended.
create function suspension_ahead_days() returns int language sql immutable as $$ select 365 $$;

-- How old an event is before a head of the log covers it: longer than any transaction lasts.
create function audit_settling_window() returns interval language sql immutable as $$ select interval '10 minutes' $$;

-- How long before its day a reported number is forgotten with the answer: longer than any transaction lasts.
create function retention_lead_window() returns interval language sql immutable as $$ select interval '5 minutes' $$;

-- How long somebody who looks at the log again with the same filters is still at the same reading.
create function audit_reading_window() returns interval language sql immutable as $$ select interval '30 minutes' $$;

-- How long a session waits for its second factor after the password.
create function half_session_window() returns interval language sql immutable as $$ select interval '15 minutes' $$;

-- How long a proof of who is there holds for acts that ask again.
create function proof_window() returns interval language sql immutable as $$ select interval '5 minutes' $$;

-- How long a new secret waits for its first code.
create function pending_factor_window() returns interval language sql immutable as $$ select interval '1 hour' $$;

-- Seconds of a time step of TOTP (RFC 6238; lib/crypto/totp.ts has the same).
create function totp_step_seconds() returns int language sql immutable as $$ select 30 $$;

-- How long a passkey has to sign its challenge.
create function challenge_window() returns interval language sql immutable as $$ select interval '5 minutes' $$;

-- How many passkeys a person has at most, those that ended again within the window after they were added among them:
-- each is a mail.
create function most_passkeys() returns int language sql immutable as $$ select 20 $$;
create function passkeys_window() returns interval language sql immutable as $$ select interval '1 day' $$;

-- How many wrong PINs in a row close it.
create function pin_most_misses() returns int language sql immutable as $$ select 10 $$;

-- How long a reset of the second factor may be used once it holds.
create function factor_reset_window() returns interval language sql immutable as $$ select interval '24 hours' $$;

-- Days after which no answer of a day changes: the digits of a scanned code can change one for affiliate_window().
create function answer_change_days() returns int language sql immutable as $$ select 3 $$;

-- Days of which the counted answers are kept: Hoy shows those of a month.
create function counted_answer_days() returns int language sql immutable as $$ select 45 $$;

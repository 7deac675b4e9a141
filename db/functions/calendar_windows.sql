-- How long something lasts where more than one place must agree on it, each said once. Each body is a constant, which
-- the planner puts in the place of the call.

-- From the comparison of a paper to the last moment at which its use may be registered.
create function comparison_window() returns interval language sql immutable as $$ select interval '15 minutes' $$;

-- A counter that claims an order has it for so long.
create function claim_window() returns interval language sql immutable as $$ select interval '15 minutes' $$;

-- The counter that registered a use may reverse it by itself for so long; later it asks the caja.
create function undo_window() returns interval language sql immutable as $$ select interval '15 minutes' $$;

-- Who reported a paper may take the report back for so long.
create function report_withdraw_window() returns interval language sql immutable as $$ select interval '15 minutes' $$;

-- A look-up that is older answers for no comparison: the order may have changed hands.
create function lookup_window() returns interval language sql immutable as $$ select interval '12 hours' $$;

-- For so long the answer to a look-up and the history tell an affiliate's data whole (domain/history/rules.ts); then
-- the retention job forgets the typed ID and what the answer showed.
create function affiliate_window() returns interval language sql immutable as $$ select interval '24 hours' $$;

-- A link that the console prints opens an account for so long.
create function console_link_window() returns interval language sql immutable as $$ select interval '1 hour' $$;

-- A registration that was not confirmed outlives its link by so much, so that an expired one can be sent again.
create function unconfirmed_window() returns interval language sql immutable as $$ select interval '7 days' $$;

-- A session is written down as seen no more often than this.
create function session_seen_window() returns interval language sql immutable as $$ select interval '1 minute' $$;

-- A run of an older version, which had no lease, counts as dead after so long.
create function unleased_run_window() returns interval language sql immutable as $$ select interval '1 day' $$;

-- Whole days of the calendar of Bogotá.
-- The first day of an order lies at most so far ahead (domain/order-kind/kinds.ts says the same to who types it).
create function order_start_days() returns int language sql immutable as $$ select 90 $$;

-- The desk's first page shows an alert of failed look-ups for so long.
create function miss_alert_days() returns int language sql immutable as $$ select 7 $$;

-- A renamed kind is offered under its old name until so long after the last day of its last paper.
create function old_kind_name_days() returns int language sql immutable as $$ select 90 $$;

-- An order like another of the same affiliate that began within so many days may be issued twice by mistake.
create function repeated_order_days() returns int language sql immutable as $$ select 15 $$;

-- How long the retention job keeps what nobody needs any more, by its rule (retention.sql).
create function retention_window(p_rule text) returns interval language sql immutable as $$
  select case p_rule
    when 'closed_use_keys' then interval '24 hours'
    when 'budgets' then interval '2 days'
    when 'registrations' then interval '30 days'
    when 'sessions' then interval '90 days'
    when 'abandoned_imports' then interval '24 hours'
    when 'import_pieces' then interval '24 hours'
    when 'report_photos' then interval '2 years'
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

-- How long something lasts where more than one place must agree on it, each said once. Each body is a constant, which
-- the planner puts in the place of the call. How long data are kept is said by the retention job (retention.sql).

-- From the comparison of a paper to the last moment at which its use may be registered.
create function comparison_window() returns interval language sql immutable as $$ select interval '15 minutes' $$;

-- A counter that claims an order has it for so long.
create function claim_window() returns interval language sql immutable as $$ select interval '15 minutes' $$;

-- The counter that registered a use may reverse it by itself for so long; later it asks the caja.
create function undo_window() returns interval language sql immutable as $$ select interval '15 minutes' $$;

-- A look-up that is older answers for no comparison: the order may have changed hands.
create function lookup_window() returns interval language sql immutable as $$ select interval '12 hours' $$;

-- For so long the answer to a look-up and the history tell an affiliate's data whole (domain/history/rules.ts); then
-- the retention job forgets the typed ID and what the answer showed.
create function affiliate_window() returns interval language sql immutable as $$ select interval '24 hours' $$;

-- A key signs receipts for a year, then the next one does.
create function may_sign_receipts(p_created_at timestamptz) returns boolean language sql stable as $$
  select p_created_at > now() - interval '1 year';
$$;

-- Budgets are given as [{"scope": "lookup.person.hour", "key": "…", "limit": 10, "seconds": 3600}, …].
-- A window starts at a multiple of its seconds in Bogotá time, so a day's budget is new at midnight there.

create function budget_window_start(p_seconds int) returns timestamptz language sql stable as $$
  select to_timestamp(floor((extract(epoch from now()) - 18000) / p_seconds) * p_seconds + 18000);
$$;

-- When the last spent budget of these is new again; null when none is spent.
create function budget_wait(p_budgets jsonb) returns timestamptz
language sql stable security definer set search_path = public, pg_temp as $$
  select max(budget_window_start(b.seconds) + make_interval(secs => b.seconds))
  from jsonb_to_recordset(p_budgets) as b(scope text, key text, "limit" int, seconds int)
  join budget_counter c on c.scope = b.scope and c.key = b.key and c.window_start = budget_window_start(b.seconds)
  where c.spent >= b."limit";
$$;

-- Spends one of each, or none of them when one is spent already. Returns what budget_wait returns.
-- The row locks, taken in one order, make it exact however many ask at once.
create function budget_spend(p_budgets jsonb) returns timestamptz
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  wait_until timestamptz;
begin
  insert into budget_counter (scope, key, window_start, spent)
  select b.scope, b.key, budget_window_start(b.seconds), 0
  from jsonb_to_recordset(p_budgets) as b(scope text, key text, seconds int)
  order by b.scope, b.key
  on conflict (scope, key) do update
    set window_start = excluded.window_start,
        spent = case when budget_counter.window_start = excluded.window_start then budget_counter.spent else 0 end;

  wait_until := budget_wait(p_budgets);
  if wait_until is not null then return wait_until; end if;

  update budget_counter c set spent = c.spent + 1
  from jsonb_to_recordset(p_budgets) as b(scope text, key text)
  where c.scope = b.scope and c.key = b.key;
  return null;
end $$;

-- Rate limits. Guards against: guessing of orders, codes and passwords, and concurrent attempts that pass a limit
-- together.

-- Budgets are given as [{"scope": "lookup.person.day", "key": "…", "limit": 30, "seconds": 86400,
--   "pauses": [{"at": 10, "seconds": 300}]}, …]: at the limit one waits for the next window, at each pause
-- for so long.
-- A window starts at a multiple of its seconds in Bogotá time, so a day's budget is new at midnight there.
-- With "watch": "<provider>" a budget makes nobody wait: at its limit the caja is told (miss_alert).

create function budget_window_start(p_seconds int) returns timestamptz language sql stable as $$
  select to_timestamp(floor((extract(epoch from now()) - 18000) / p_seconds) * p_seconds + 18000);
$$;

-- When the last of the spent budgets starts a new window or ends its pause; null when nobody has to wait.
create function budget_wait(p_budgets jsonb) returns timestamptz
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: result
  select max(greatest(
    case when c.spent >= b."limit" and c.window_start = budget_window_start(b.seconds)
      then c.window_start + make_interval(secs => b.seconds) end,
    case when c.paused_until > now() then c.paused_until end))
  from jsonb_to_recordset(p_budgets) as b(scope text, key text, "limit" int, seconds int, watch uuid)
  join budget_counter c on c.scope = b.scope and c.key = b.key
  where b.watch is null;
$$;

-- The wait in seconds that one more miss would cause; null when none.
create function budget_ahead(p_budgets jsonb) returns int
language sql stable security definer set search_path = public, pg_temp as $$
  select max(greatest(
    case when n.spent + 1 >= b."limit" then ceil(extract(epoch from
      budget_window_start(b.seconds) + make_interval(secs => b.seconds) - now()))::int end,
    (select max(p.seconds) from jsonb_to_recordset(coalesce(b.pauses, '[]')) as p(at int, seconds int)
      where p.at = n.spent + 1)))
  from jsonb_to_recordset(p_budgets) as b(scope text, key text, "limit" int, seconds int, pauses jsonb, watch uuid)
  left join budget_counter c on c.scope = b.scope and c.key = b.key and c.window_start = budget_window_start(b.seconds)
  cross join lateral (select coalesce(c.spent, 0) as spent) n
  where b.watch is null;
$$;

-- Takes advisory locks on these budgets until the end of the transaction, in a fixed order: exclusive for spending,
-- shared otherwise. Advisory, so that nothing is written for budgets that are not spent.
create function budget_lock(p_budgets jsonb, p_alone boolean) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one bigint;
begin
  for one in
    select distinct hashtextextended(b.scope || ' ' || b.key, 0)
    from jsonb_to_recordset(p_budgets) as b(scope text, key text, watch uuid)
    where b.watch is null
    order by 1
  loop
    if p_alone then perform pg_advisory_xact_lock(one); else perform pg_advisory_xact_lock_shared(one); end if;
  end loop;
end $$;

-- For a hit, which spends nothing: returns budget_wait after every earlier miss is written. Hits do not block each
-- other; a miss and a hit do, so that a limit is exact under concurrency.
create function budget_look(p_budgets jsonb) returns timestamptz
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform budget_lock(p_budgets, false);
  return budget_wait(p_budgets);
end $$;

-- For a miss: locks these budgets exclusively until the end of the transaction and returns budget_wait.
create function budget_hold(p_budgets jsonb) returns timestamptz
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  wait_until timestamptz := budget_wait(p_budgets);
begin
  -- A request that has to wait anyway takes no exclusive lock.
  if wait_until is not null then return wait_until; end if;
  perform budget_lock(p_budgets, true);
  return budget_wait(p_budgets);
end $$;

-- Spends one of each of these locked budgets, and records alerts for the watched ones.
create function budget_take(p_budgets jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into budget_counter as c (scope, key, window_start, spent)
  select b.scope, b.key, budget_window_start(b.seconds), 1
  from jsonb_to_recordset(p_budgets) as b(scope text, key text, seconds int, watch uuid)
  where b.watch is null
  order by b.scope, b.key
  on conflict (scope, key) do update
    set window_start = excluded.window_start,
        spent = case when c.window_start = excluded.window_start then c.spent + 1 else 1 end;

  update budget_counter c set paused_until = now() + make_interval(secs => p.seconds)
  from jsonb_to_recordset(p_budgets) as b(scope text, key text, pauses jsonb)
  cross join lateral jsonb_to_recordset(coalesce(b.pauses, '[]')) as p(at int, seconds int)
  where c.scope = b.scope and c.key = b.key and c.spent = p.at;

  insert into miss_alert as a (scope, key, window_start, misses, providers, raised_at)
  select b.scope, b.key, budget_window_start(b.seconds), 1, array[b.watch],
    case when b."limit" <= 1 then now() end
  from jsonb_to_recordset(p_budgets) as b(scope text, key text, "limit" int, seconds int, watch uuid)
  where b.watch is not null
  order by b.scope, b.key
  on conflict (scope, key, window_start) do update
    set misses = a.misses + 1,
        providers = case when excluded.providers <@ a.providers or cardinality(a.providers) >= 20
          then a.providers else a.providers || excluded.providers end,
        raised_at = coalesce(a.raised_at, (
          select now() from jsonb_to_recordset(p_budgets) as b(scope text, key text, "limit" int, watch uuid)
          where b.scope = a.scope and b.key = a.key and b.watch is not null and a.misses + 1 >= b."limit"));
end $$;

-- Spends one of each, or none when one has to wait. Returns budget_wait.
create function budget_spend(p_budgets jsonb) returns timestamptz
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: result
declare
  wait_until timestamptz := budget_hold(p_budgets);
begin
  if wait_until is null then perform budget_take(p_budgets); end if;
  return wait_until;
end $$;

-- An attempt is spent before the password is compared, so that concurrent attempts cannot exceed the limit. A correct
-- one is refunded, with the pause that it alone started.
create function return_budget(p_budgets jsonb) returns void
language sql security definer set search_path = public, pg_temp as $$
  update budget_counter c set spent = greatest(c.spent - 1, 0), paused_until = null
  from jsonb_to_recordset(p_budgets) as b(scope text, key text, watch uuid)
  where c.scope = b.scope and c.key = b.key and b.watch is null;
$$;

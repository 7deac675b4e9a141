-- What the history of a provider adds up to, day by day. Guards against: a total that is not that of the rows shown
-- (history.sql has both), and a year that reads all look-ups.

-- Totals of each day: look-ups, uses that were not undone, and their value. An undo counts on its own day.
create function history_days(
  p_provider uuid, p_person_asking uuid, p_from date, p_to date, p_what text[], p_person uuid, p_place uuid,
  p_number_key text
) returns table (day date, entries int, lookups int, uses int, value bigint)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
-- contract: nullable: p_what, p_person, p_place, p_number_key
declare
  counters uuid[] := counters_of(p_place);
  keys text[] := history_keys(p_number_key);
  orders uuid[] := orders_of_number(keys);
  -- Known before it is planned, so that nothing looks among the look-ups for uses, nor among the uses for look-ups.
  asks_lookups boolean := p_what is null or not p_what <@ array['use', 'undo'];
  asks_uses boolean := p_what is null or p_what && array['use', 'undo'];
begin
  perform require_member(p_provider, p_person_asking);
  -- Of a number there are a few rows, which have indexes of their own.
  if keys is not null then
    return query
    select bogota_day(e.at), count(*)::int, (count(*) filter (where e.amount is null))::int,
      coalesce(sum(case e.what when 'use' then 1 when 'undo' then -1 end), 0)::int,
      coalesce(sum(case e.what when 'use' then e.amount when 'undo' then -e.amount end), 0)::bigint
    from (
      select l.at, l.what, null::bigint as amount
      from history_lookups(p_provider => p_provider, p_from => p_from, p_to => p_to, p_what => p_what,
        p_person => p_person, p_counters => counters, p_keys => keys, p_orders => orders) l where asks_lookups
      union all
      select u.at, u.what, u.amount
      from history_uses(p_provider => p_provider, p_from => p_from, p_to => p_to, p_what => p_what,
        p_person => p_person, p_counters => counters, p_orders => orders) u where asks_uses
    ) e
    group by 1 order by 1 desc;
    return;
  end if;
  -- Day by day, so that the bounds are index conditions. Other filters apply to the rows found: as an index
  -- condition, an array would make the planner scan the days of all providers.
  return query
  select d.day, (l.entries + u.entries)::int, l.entries::int, u.uses::int, u.value::bigint
  from (select p_from + n as day from generate_series(0, p_to - p_from) n) d
  cross join lateral (
    select count(*) as entries
    from history_lookups(p_provider => p_provider, p_from => d.day, p_to => d.day, p_what => null,
      p_person => p_person, p_counters => null, p_keys => null, p_orders => null) e
    where asks_lookups and (p_what is null or array_position(p_what, e.what) is not null)
      and (counters is null or array_position(counters, e.counter_id) is not null)
  ) l
  cross join lateral (
    select count(*) as entries, coalesce(sum(case e.what when 'use' then 1 else -1 end), 0) as uses,
      coalesce(sum(case e.what when 'use' then e.amount else -e.amount end), 0) as value
    from history_uses(p_provider => p_provider, p_from => d.day, p_to => d.day, p_what => null, p_person => p_person,
      p_counters => null, p_orders => null) e
    where asks_uses and (p_what is null or array_position(p_what, e.what) is not null)
      and (counters is null or array_position(counters, e.counter_id) is not null)
  ) u
  where l.entries + u.entries > 0
  order by d.day desc;
end $$;

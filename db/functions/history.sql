-- What a provider's people asked and used between two days, as one list: its own rows and nobody else's.
-- p_what: outcomes of look-ups, 'use' and 'undo'; null is everything. p_place is a branch or a counter. p_top is how
-- many of the newest of either sort are wanted, after the one of p_before; null is all. Each sort is read by its index
-- and ends there, so that a page of a long history reads a page.
create function history_rows(
  p_provider uuid, p_from date, p_to date, p_what text[], p_person uuid, p_place uuid, p_number_key text,
  p_before timestamptz, p_before_id uuid, p_top int
) returns table (
  id uuid, at timestamptz, what text, amount bigint, person_id uuid, counter_id uuid, order_id uuid,
  kind_code text, number_typed text
) language sql stable security definer set search_path = public, pg_temp as $$
  (select l.id, l.asked_at, l.outcome, null::bigint, l.person_id, l.counter_id, l.order_id, l.kind_code, l.number_typed
  from lookup l
  where l.provider_id = p_provider and l.asked_at >= p_from::timestamp at time zone 'America/Bogota'
    and l.asked_at < (p_to + 1)::timestamp at time zone 'America/Bogota'
    and (p_before is null or (l.asked_at, l.id) < (p_before, p_before_id))
    and (p_what is null or l.outcome = any(p_what))
    and (p_person is null or l.person_id = p_person)
    and (p_place is null or l.counter_id in
      (select c.id from counter c where c.id = p_place or c.branch_id = p_place))
    and (p_number_key is null
      or (l.order_id is not null and l.outcome <> 'other_provider'
        and exists (select from "order" o where o.id = l.order_id and o.number_key = p_number_key))
      or ltrim(upper(regexp_replace(l.number_typed, '\s', '', 'g')), '0') = ltrim(p_number_key, '0'))
  order by l.asked_at desc, l.id desc limit p_top)
  union all
  (select u.id, u.at, u.kind, u.amount, u.person_id, u.counter_id, u.order_id, o.kind_code, o.number
  from order_use u join "order" o on o.id = u.order_id
  where u.provider_id = p_provider and u.at >= p_from::timestamp at time zone 'America/Bogota'
    and u.at < (p_to + 1)::timestamp at time zone 'America/Bogota'
    and (p_before is null or (u.at, u.id) < (p_before, p_before_id))
    and (p_what is null or u.kind = any(p_what))
    and (p_person is null or u.person_id = p_person)
    and (p_place is null or u.counter_id in
      (select c.id from counter c where c.id = p_place or c.branch_id = p_place))
    and (p_number_key is null or ltrim(o.number_key, '0') = ltrim(p_number_key, '0'))
  order by u.at desc, u.id desc limit p_top);
$$;

-- Counts of each day: look-ups, uses that stand, and their value. An undo counts against the day it was made.
create function history_days(
  p_provider uuid, p_person_asking uuid, p_from date, p_to date, p_what text[], p_person uuid, p_place uuid,
  p_number_key text
) returns table (day date, entries int, lookups int, uses int, value bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform require_member(p_provider, p_person_asking);
  -- Without filters the indexes know all that is counted.
  if p_what is null and p_person is null and p_place is null and p_number_key is null then
    return query
    select d.on_day, sum(d.entries)::int, sum(d.lookups)::int, sum(d.uses)::int, sum(d.value)::bigint
    from (
      select (l.asked_at at time zone 'America/Bogota')::date as on_day, count(*) as entries, count(*) as lookups, 0 as uses,
        0 as value
      from lookup l
      where l.provider_id = p_provider and l.asked_at >= p_from::timestamp at time zone 'America/Bogota'
        and l.asked_at < (p_to + 1)::timestamp at time zone 'America/Bogota'
      group by 1
      union all
      select (u.at at time zone 'America/Bogota')::date, count(*), 0,
        count(*) filter (where u.kind = 'use') - count(*) filter (where u.kind = 'undo'),
        sum(case u.kind when 'use' then u.amount else -u.amount end)
      from order_use u
      where u.provider_id = p_provider and u.at >= p_from::timestamp at time zone 'America/Bogota'
        and u.at < (p_to + 1)::timestamp at time zone 'America/Bogota'
      group by 1
    ) d
    group by d.on_day order by d.on_day desc;
    return;
  end if;
  return query
  select (r.at at time zone 'America/Bogota')::date as on_day, count(*)::int,
    count(*) filter (where r.what not in ('use', 'undo'))::int,
    (count(*) filter (where r.what = 'use') - count(*) filter (where r.what = 'undo'))::int,
    coalesce(sum(case r.what when 'use' then r.amount when 'undo' then -r.amount end), 0)::bigint
  from history_rows(p_provider, p_from, p_to, p_what, p_person, p_place, p_number_key, null, null, null) r
  group by on_day order by on_day desc;
end $$;

-- The rows, newest first, after the one of p_before. Of an order only what the look-up showed: its value where it
-- was shown, its name, sealed, of a current one; never the ID. `fresh` is for a day: then names become initials.
-- A use has its receipt, a question the proof that was given of it, of the compared paper before the one of the
-- answer alone.
create function list_history(
  p_provider uuid, p_person_asking uuid, p_from date, p_to date, p_what text[], p_person uuid, p_place uuid,
  p_number_key text, p_before timestamptz, p_before_id uuid, p_limit int, p_offset int
) returns table (
  id uuid, at timestamptz, cursor_at text, day date, what text, kind_name text, number text, value bigint,
  order_id uuid, name_sealed bytea, fresh boolean, person text, branch text, counter text, use_id uuid,
  use_serial bigint, used_at timestamptz, proof_id uuid, proof_number text
) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform require_member(p_provider, p_person_asking);
  return query
  with page as (
    select r.* from history_rows(p_provider, p_from, p_to, p_what, p_person, p_place, p_number_key, p_before,
      p_before_id, p_limit + p_offset) r
    order by r.at desc, r.id desc limit p_limit offset p_offset
  )
  select g.id, g.at, g.at::text, (g.at at time zone 'America/Bogota')::date, g.what, coalesce(r.name, k.name),
    case when g.order_id is null or g.what = 'other_provider' then nullif(g.number_typed, '') else o.number end,
    coalesce(g.amount, case when g.what = 'current' and not value_is_hidden(g.id, o.value) then o.value end),
    case when g.what in ('current', 'use', 'undo') then g.order_id end,
    case when g.what in ('current', 'use', 'undo') and 'name' = any(r.shown_fields) then o.affiliate_name_sealed end,
    g.at > now() - interval '24 hours', w.name, b.name, c.name, u.id, u.serial, u.at, f.id, f.number
  from page g
  left join order_use e on g.what in ('use', 'undo') and e.id = g.id
  left join order_use u on u.id = coalesce(e.undoes, e.id)
  left join lateral (
    select p.id, p.number from proof p where p.lookup_id = g.id order by p.kind, p.at limit 1
  ) f on g.what not in ('use', 'undo')
  left join "order" o on o.id = g.order_id left join order_kind k on k.code = g.kind_code
  left join lateral rules_of(o) r on true
  left join person w on w.id = g.person_id left join counter c on c.id = g.counter_id
  left join branch b on b.id = c.branch_id
  order by g.at desc, g.id desc;
end $$;

-- Its own people only, also when the application is mistaken.
create function require_member(p_provider uuid, p_person uuid) returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from membership m join person p on p.id = m.person_id
    where m.provider_id = p_provider and m.person_id = p_person and m.removed_at is null and p.disabled_at is null)
  then raise exception 'person % does not work for provider %', p_person, p_provider; end if;
end $$;

-- The owner takes the list away as a file; the log keeps with which filters and how many rows.
create function note_history_export(p_provider uuid, p_actor uuid, p_ip text, p_detail jsonb) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from membership m where m.provider_id = p_provider and m.person_id = p_actor
    and m.role = 'owner' and m.removed_at is null)
  then return false; end if;
  perform audit_append('history.exported', p_actor, p_provider, 'history', 'list', 'web', p_ip, p_detail);
  return true;
end $$;

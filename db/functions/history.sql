-- The history of a provider. Guards against: a list that shows another provider's orders or names longer than a
-- provider may see them.

-- What was typed as the number, encrypted, for a day and only where no number of an order stands in its place.
create function typed_number(l lookup) returns bytea language sql stable as $$
  select case when (l.order_id is null or l.outcome = 'other_provider') and l.asked_at > now() - affiliate_window()
    then l.number_sealed end;
$$;

-- Look-ups and uses of a provider between two days. p_what: outcomes of look-ups, 'use' and 'undo'. p_keys: the
-- number that the list shows, or whose last signs it shows, p_orders: the orders that have it. Null means no filter.
-- The planner inlines these functions into the statements below and drops unused filters.
create function history_lookups(
  p_provider uuid, p_from date, p_to date, p_what text[], p_person uuid, p_counters uuid[], p_keys text[],
    p_orders uuid[]
) returns table (
  id uuid, at timestamptz, what text, person_id uuid, counter_id uuid, order_id uuid, kind_code text, number_typed text,
  device_id uuid, number_sealed bytea
) language sql stable as $$
  select l.id, l.asked_at, l.outcome, l.person_id, l.counter_id, l.order_id, l.kind_code, l.number_typed, l.device_id,
    typed_number(l)
  from lookup l
  where l.provider_id = p_provider and l.asked_at >= bogota_start(p_from)
    and l.asked_at < bogota_start(p_to + 1)
    and (p_what is null or l.outcome = any(p_what))
    and (p_person is null or l.person_id = p_person)
    and (p_counters is null or l.counter_id = any(p_counters))
    and (p_keys is null
      or (l.order_id = any(p_orders) and l.outcome <> 'other_provider')
      or ((l.order_id is null or l.outcome = 'other_provider') and l.number_typed <> ''
        and ltrim(upper(regexp_replace(l.number_typed, '[^[:alnum:]]', '', 'g')), '0')
          = any(p_keys || number_tails(p_keys))));
$$;

create function history_uses(
  p_provider uuid, p_from date, p_to date, p_what text[], p_person uuid, p_counters uuid[], p_orders uuid[]
) returns table (id uuid, at timestamptz, what text, amount bigint, person_id uuid, counter_id uuid, order_id uuid)
language sql stable as $$
  select u.id, u.at, u.kind, u.amount, u.person_id, u.counter_id, u.order_id
  from order_use u
  where u.provider_id = p_provider and u.at >= bogota_start(p_from)
    and u.at < bogota_start(p_to + 1)
    and (p_what is null or u.kind = any(p_what))
    and (p_person is null or u.person_id = p_person)
    and (p_counters is null or u.counter_id = any(p_counters))
    and (p_orders is null or u.order_id = any(p_orders));
$$;

-- The counters of a branch, or the counter itself; null for all.
create function counters_of(p_place uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select case when p_place is not null
    then array(select c.id from counter c where c.id = p_place or c.branch_id = p_place) end;
$$;

-- Possible meanings of a typed number: its readings, separated by blanks, without leading zeros, and the numbers of a
-- series whose zeros were omitted. Null for every number.
create function history_keys(p_number_key text) returns text[]
language sql stable set search_path = public, pg_temp as $$
  select case when p_number_key is not null then array(
    select ltrim(key, '0') from unnest(string_to_array(p_number_key, ' ')
      || own_series_keys(null, string_to_array(p_number_key, ' '))) key) end;
$$;

-- Orders with a number, with or without leading zeros, of any kind; null for every number.
create function orders_of_number(p_keys text[]) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select case when p_keys is not null then array(
    select o.id from order_kind k join "order" o on o.kind_code = k.code
    where o.number_key = any(array(
      select repeat('0', zeros) || key from unnest(p_keys) key, generate_series(0, 20) zeros))) end;
$$;

-- The rows, newest first, after the one of p_before. Of an order only what the look-up showed: its value, as compared
-- or as long as it is known, and the encrypted name of a current one; never the ID. `fresh` lasts a day, after which
-- names become initials. A use has its receipt, a look-up its proof, where one of the comparison comes before one of
-- the answer. A use that the caja took back (`by_caja`) names nobody.
create function list_history(
  p_provider uuid, p_person_asking uuid, p_from date, p_to date, p_what text[], p_person uuid, p_place uuid,
  p_number_key text, p_before timestamptz, p_before_id uuid, p_limit int, p_offset int
) returns table (
  id uuid, at timestamptz, cursor_at text, day date, what text, kind_name text, number text, value bigint,
  order_id uuid, name_sealed bytea, fresh boolean, person text, branch text, counter text, use_id uuid,
  use_serial bigint, used_at timestamptz, proof_id uuid, proof_number text, unnamed boolean, by_caja boolean,
  number_sealed bytea
) language plpgsql stable security definer set search_path = public, pg_temp
set plan_cache_mode = force_custom_plan as $$
-- contract: nullable: p_what, p_person, p_place, p_number_key, p_before, p_before_id
-- contract: nullable: kind_name, number, value, order_id, name_sealed, person, branch, counter
-- contract: nullable: use_id, use_serial, used_at, proof_id, proof_number, number_sealed
declare
  counters uuid[] := counters_of(p_place);
  keys text[] := history_keys(p_number_key);
  orders uuid[] := orders_of_number(keys);
  -- Known before it is planned, so that nothing looks among the look-ups for uses, nor among the uses for look-ups.
  asks_lookups boolean := p_what is null or not p_what <@ array['use', 'undo'];
  asks_uses boolean := p_what is null or p_what && array['use', 'undo'];
begin
  perform require_member(p_provider, p_person_asking);
  return query
  with page as (
    select r.* from (
      (select l.id, l.at, l.what, null::bigint as amount, l.person_id, l.counter_id, l.order_id, l.kind_code,
        l.number_typed, l.device_id, l.number_sealed
      from history_lookups(p_provider => p_provider, p_from => p_from, p_to => p_to, p_what => p_what,
        p_person => p_person, p_counters => counters, p_keys => keys, p_orders => orders) l
      where asks_lookups and (p_before is null or (l.at, l.id) < (p_before, p_before_id))
      order by l.at desc, l.id desc limit p_limit + p_offset)
      union all
      (select u.id, u.at, u.what, u.amount, u.person_id, u.counter_id, u.order_id, o.kind_code, o.number,
        null::uuid, null::bytea
      from history_uses(p_provider => p_provider, p_from => p_from, p_to => p_to, p_what => p_what,
        p_person => p_person, p_counters => counters, p_orders => orders) u join "order" o
        on o.id = u.order_id
      where asks_uses and (p_before is null or (u.at, u.id) < (p_before, p_before_id))
      order by u.at desc, u.id desc limit p_limit + p_offset)
    ) r
    order by r.at desc, r.id desc limit p_limit offset p_offset
  )
  select g.id, g.at, g.at::text, bogota_day(g.at), g.what, coalesce(r.name, k.name),
    case when g.order_id is null or g.what = 'other_provider' then nullif(g.number_typed, '') else o.number end,
    coalesce(g.amount, q.value, case when not value_is_hidden(g.id, z.shown) then z.shown end),
    case when g.what in ('current', 'use', 'undo') then g.order_id end,
    case when g.what in ('current', 'use', 'undo') and 'name' = any(r.shown_fields) then o.affiliate_name_sealed end,
    g.at > now() - affiliate_window(), case when not d.by_caja then w.name end, b.name, c.name, u.id, u.serial, u.at,
    f.id, f.number, g.device_id is not null, d.by_caja, g.number_sealed
  from page g
  left join order_use e on g.what in ('use', 'undo') and e.id = g.id
  left join order_use u on u.id = coalesce(e.undoes, e.id)
  left join lateral (
    select p.id, p.number from proof p where p.lookup_id = g.id order by p.kind, p.at limit 1
  ) f on true
  left join comparison q on g.what = 'current' and q.lookup_id = g.id and q.result is not null
  left join lateral (
    select (p.face ->> 'value')::bigint as shown from lookup_face p where g.what = 'current' and p.lookup_id = g.id
  ) z on true
  -- Nobody of the caja who takes a use back works or worked for its provider.
  cross join lateral (
    select g.what = 'undo' and not exists (
      select from membership m where m.person_id = g.person_id and m.provider_id = p_provider) as by_caja
  ) d
  left join "order" o on o.id = g.order_id left join order_kind k on k.code = g.kind_code
  left join lateral rules_of(o) r on true
  left join person w on w.id = g.person_id left join counter c on c.id = g.counter_id
  left join branch b on b.id = c.branch_id
  order by g.at desc, g.id desc;
end $$;

-- Today at the counter: the provider's uses, as its statement adds them up, and the person's last answers, each with
-- its result. One row per answer, or a single row without one. Only data that the history shows too: no value but the
-- used one, and nothing about the affiliate.
create function counter_day(p_provider uuid, p_person uuid, p_limit int)
returns table (
  day date, uses int, used bigint, id uuid, at timestamptz, what text, number text, amount bigint, use_id uuid,
  number_sealed bytea
) language plpgsql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: id, at, what, number, amount, use_id, number_sealed
declare
  today date := bogota_today();
begin
  perform require_member(p_provider, p_person);
  return query
  select today, s.uses, s.used, r.id, r.at, r.what, r.number, r.amount, r.use_id,
    r.number_sealed
  from (
    select coalesce(sum(a.uses), 0)::int as uses, coalesce(sum(a.amount), 0)::bigint as used
    from settlement_sum a where a.provider_id = p_provider and a.day = today
  ) s
  left join lateral (
    select l.id, l.at, case when u.id is null then l.what when u.undone then 'undo' else 'use' end as what,
      case when l.order_id is null or l.what = 'other_provider' then nullif(l.number_typed, '') else o.number end
        as number,
      case when not u.undone then u.amount end as amount, u.id as use_id,
      l.number_sealed
    from (
      select e.* from history_lookups(p_provider => p_provider, p_from => today, p_to => today, p_what => null,
        p_person => p_person, p_counters => null, p_keys => null, p_orders => null) e
      order by e.at desc, e.id desc limit p_limit
    ) l
    left join "order" o on o.id = l.order_id
    left join lateral (
      select v.id, v.amount, exists (select from order_use t where t.undoes = v.id) as undone
      from order_use v
      where v.order_id = l.order_id and v.lookup_id = l.id and v.kind = 'use'
      order by v.at desc limit 1
    ) u on true
  ) r on true
  order by r.at desc, r.id desc;
end $$;

-- Only the provider's own people, even if the application has a bug.
create function require_member(p_provider uuid, p_person uuid) returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not may_for(p_person, p_provider, 'history.read')
  then raise exception 'person % does not work for provider %', p_person, p_provider; end if;
end $$;

-- Audits that the owner exported the list, with its filters and number of rows.
create domain history_outcome as text check (value in ('done', 'not_allowed'));

create function log_history_export(p_provider uuid, p_actor uuid, p_ip text, p_detail jsonb) returns history_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not may_for(p_actor, p_provider, 'history.export')
  then return 'not_allowed'; end if;
  perform audit_append(p_action => 'history.exported', p_actor => p_actor, p_provider => p_provider,
    p_subject_kind => 'history', p_subject_id => 'list', p_ip => p_ip, p_detail => p_detail);
  return 'done';
end $$;

-- Audits that somebody of the caja exported what a provider used in a period.
create function log_settlement_export(p_provider uuid, p_actor uuid, p_ip text, p_detail jsonb) returns history_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not may(p_actor, 'settlement.read') then return 'not_allowed'; end if;
  perform audit_append(p_action => 'settlement.exported', p_actor => p_actor, p_provider => p_provider,
    p_subject_kind => 'provider', p_subject_id => p_provider::text, p_ip => p_ip, p_detail => p_detail);
  return 'done';
end $$;

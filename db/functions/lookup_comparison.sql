-- The paper is compared with the order before its use. Guards against: a paper that was changed, a value that is
-- copied from the screen instead of read, and a use of an order that changed since it was compared.

-- How the counter compares an order of this value: 'show' (the whole order, then three rows) or 'type' (the
-- value that the paper says is typed before the order's is shown).
create function compare_mode_for(p_value bigint) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((
    select case when c.compare_mode = 'type' or p_value >= c.compare_from then 'type' else 'show' end
    from caja_profile c), 'show');
$$;

-- Whether an answer leaves out the order's value: while the paper's value must be typed and no comparison is final.
create function value_is_hidden(p_lookup uuid, p_value bigint) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select c.result is null from comparison c where c.lookup_id = p_lookup), true)
    and coalesce((select c.mode from comparison c where c.lookup_id = p_lookup), compare_mode_for(p_value)) = 'type';
$$;

-- Compares the paper with the order of the provider's own look-up and keeps the first final result. p_way says how:
-- 'rows': the person marked each row, and p_differing names those that are not equal. 'value': p_value was typed from
-- the paper, with at most two tries, and p_differing names the other rows that are not equal. 'unreadable': the paper
-- cannot be compared, because of p_reason. Outcomes: 'equal', 'different', 'unreadable', 'again' (one more try is
-- left), 'stale' (the look-up is too old), 'picture' (the customer has only a picture of the paper), 'not_current' (the
-- order cannot be used now), 'changed' (the order has changed since the look-up), 'other_way' (the caja's setting
-- requires the other way), 'not_found'.
create domain compare_mode as text check (value in ('show', 'type'));
create domain comparison_result as text check (value in ('equal', 'different', 'unreadable'));
create domain comparison_outcome as text
  check (value in ('equal', 'different', 'unreadable', 'again', 'stale', 'picture', 'not_current', 'changed',
    'other_way', 'not_found'));

create function compare_order(
  p_lookup uuid, p_person uuid, p_provider uuid, p_way text, p_value bigint, p_differing text[], p_reason text,
  p_ip text, p_session uuid default null
) returns comparison_outcome language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_value, p_reason, p_session
declare
  provider_nit text;
  looked_up lookup;
  known comparison;
  o "order";
  own_mode text;
  missed int;
  found text;
begin
  select v.nit into provider_nit from provider v
  where v.id = p_provider and may_for(p_person, p_provider, 'order.look_up');
  if provider_nit is null then raise exception 'person % does not work for provider %', p_person, p_provider; end if;
  perform require_named(p_session, p_person);

  select * into looked_up from lookup l where l.id = p_lookup and l.provider_id = p_provider for no key update;
  if looked_up.id is null or looked_up.order_id is null then return 'not_found'; end if;
  select * into known from comparison c where c.lookup_id = p_lookup;
  if known.result is not null then return known.result; end if;
  if looked_up.asked_at < clock_timestamp() - lookup_window() then return 'stale'; end if;
  if looked_up.channel = 'picture' then return 'picture'; end if;
  select * into o from "order" where id = looked_up.order_id;
  if looked_up.digits in ('asked', 'wrong') or not provider_may_work(p_provider, clock_timestamp())
    or standing_on_paper(order_standing(o, provider_nit, clock_timestamp()), looked_up.code_id) <> 'current'
  then return 'not_current'; end if;
  if lookup_changes(p_lookup, o) is distinct from '{}' then return 'changed'; end if;
  own_mode := coalesce(known.mode, compare_mode_for(o.value));
  if p_way <> 'unreadable' and (p_way = 'value') <> (own_mode = 'type') then return 'other_way'; end if;

  missed := coalesce(known.misses, 0) + case when p_way = 'value' and p_value <> o.value then 1 else 0 end;
  found := case
    when p_way = 'unreadable' then 'unreadable'
    when cardinality(p_differing) > 0 then 'different'
    when p_way = 'rows' or p_value = o.value then 'equal'
    when missed >= 2 then 'different'
  end;
  insert into comparison as c (lookup_id, person_id, mode, misses, result, differing, paper_value, reason, value,
    balance, at)
  values (p_lookup, p_person, own_mode, missed, found,
    case when found is distinct from 'different' then '{}'
      when p_way = 'value' and p_value <> o.value then array['value'] || p_differing else p_differing end,
    p_value, p_reason, o.value, o.balance, clock_timestamp())
  on conflict (lookup_id) do update set person_id = excluded.person_id, misses = excluded.misses,
    value = excluded.value, balance = excluded.balance,
    result = excluded.result, differing = excluded.differing, paper_value = excluded.paper_value,
    reason = excluded.reason, at = excluded.at;
  perform audit_append(p_action => 'order.compared', p_actor => p_person, p_provider => p_provider,
    p_subject_kind => 'lookup', p_subject_id => p_lookup::text, p_ip => p_ip,
    p_detail => jsonb_strip_nulls(jsonb_build_object('order', o.id, 'result', coalesce(found, 'again'), 'mode',
    own_mode, 'differing', case when found = 'different' then nullif(array_to_string(p_differing, ', '), '')
    end, 'paper_value', p_value)));
  return coalesce(found, 'again');
end $$;

create function forbid_comparison_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.result is null then return new; end if;
  raise exception 'comparison of %: a result stands', old.lookup_id using errcode = 'check_violation';
end $$;

create trigger forbid_comparison_change before update or delete on comparison
  for each row execute function forbid_comparison_change();

-- Whether this person may register the use because of a comparison: it found no difference, the same person made it
-- within comparison_window, and the order has not changed since. Another person who opens the same answer must compare
-- again, because nothing shows that they have the paper in hand.
create function has_recent_comparison(p_lookup uuid, p_person uuid, p_provider uuid, p_order "order") returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from comparison c join lookup l on l.id = c.lookup_id
    where c.lookup_id = p_lookup and c.person_id = p_person and l.provider_id = p_provider
      and l.order_id = p_order.id and l.channel <> 'picture' and lookup_changes(p_lookup, p_order) = '{}'
      and c.result = 'equal'
      and c.at > clock_timestamp() - comparison_window());
$$;

create domain unreadable_reason as text check (value in ('damaged', 'sight', 'other'));
create domain claim_holder as text check (value in ('none', 'mine', 'other'));

-- What an answer page needs besides the order: how the paper is compared, the result, and the owners of use and
-- claim. One row for the provider's own look-up, read together with read_lookup. Without `knows_shown` nobody knows any
-- more what was shown, nor so whether the order changed since.
create function read_counter_facts(p_lookup uuid, p_person uuid, p_provider uuid)
returns table (
  picture boolean, compare_mode compare_mode, misses int, result comparison_result, compared_at timestamptz,
  differing text[],
  paper_value bigint, unread_reason unreadable_reason, may_use boolean, own_use uuid, own_use_at timestamptz,
  own_use_counter text,
  claim claim_holder, claim_until timestamptz, registers_use boolean, claim_first boolean, partial_use boolean,
  paused_since date, changes text[], asker_name text, asker_counter text, asker_branch text, ahead_seconds int,
  compared_by uuid, asker_unnamed boolean, knows_shown boolean, own_part uuid, own_part_at timestamptz,
  own_part_counter text
) language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: result, compared_at, paper_value, unread_reason, own_use, own_use_at
-- contract: nullable: own_use_counter, claim_until, paused_since, asker_counter, asker_branch, ahead_seconds
-- contract: nullable: compared_by, own_part, own_part_at, own_part_counter
  select l.channel = 'picture', coalesce(c.mode, compare_mode_for(o.value)), coalesce(c.misses, 0)::int, c.result, c.at,
    coalesce(c.differing, '{}'), c.paper_value, c.reason,
    coalesce(has_recent_comparison(l.id, c.person_id, p_provider, o), false),
    case when w.is_told then w.id end, case when w.is_told then w.at end, case when w.is_told then w.counter end,
    case when k.until <= now() or k.order_id is null then 'none' when k.provider_id = p_provider then 'mine'
      else 'other' end,
    k.until, coalesce(t.registers_use, false), coalesce(t.claim_first, false), coalesce(t.partial_use, false),
    case when not provider_may_work(p_provider, now()) then coalesce(
      case when is_suspended(v, now()) then bogota_day(v.suspended_at) end,
      (select max(a.ends_on) + 1 from agreement a
       where a.nit = v.nit and a.ends_on < bogota_today())) end,
    -- Fields that the kind of order hides from providers are not compared.
    array(select distinct case when order_texts(o) ? part and part <> all(t.shown_fields) then 'other'
      else part end
      from unnest(g.parts) part order by 1),
    p.name, n.name, b.name, l.ahead_seconds, c.person_id, l.device_id is not null,
    l.order_id is null or g.parts is not null, w.id, w.at, w.counter
  from lookup l
  join provider v on v.id = l.provider_id
  join person p on p.id = l.person_id
  left join counter n on n.id = l.counter_id
  left join branch b on b.id = n.branch_id
  left join "order" o on o.id = l.order_id
  left join lateral rules_of(o) t on true
  left join lateral (select lookup_changes(l.id, o) as parts) g on true
  left join comparison c on c.lookup_id = l.id
  left join order_claim k on k.order_id = o.id
  -- What this company itself used last, whoever used up the rest. A used order is whose its last use is; of one with a
  -- balance each provider is told its own last part.
  left join lateral (
    select e.id, e.at, (select n.name from counter n where n.id = e.counter_id) as counter,
      o.state <> 'used' or e.place = 1 as is_told
    from (
      select u.*, row_number() over (order by u.serial desc) as place from order_use u
      where u.order_id = o.id and u.kind = 'use' and not exists (select from order_use undo where undo.undoes = u.id)
    ) e
    where e.provider_id = p_provider order by e.place limit 1
  ) w on true
  where l.id = p_lookup and l.provider_id = p_provider and may_for(p_person, p_provider, 'order.look_up');
$$;

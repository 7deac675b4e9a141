-- A provider looks an order up. Guards against: an answer about an order that the provider did not identify fully,
-- unlimited guessing, and a look-up without an audit event.

-- Full numbers for ones typed without the leading zeros of the kind's own series, or of any kind's: H1 is H0000001.
create function own_series_keys(p_kind text, p_keys text[]) returns text[] language sql stable
set search_path = public, pg_temp as $$
-- contract: nullable: p_kind
  select coalesce(array_agg(k.number_prefix
    || lpad(substr(key, length(k.number_prefix) + 1), k.number_length - length(k.number_prefix), '0')), '{}')
  from order_kind k, unnest(p_keys) key
  where (p_kind is null or k.code = p_kind) and length(key) < k.number_length
    and key ~ ('^' || k.number_prefix || '[0-9]+$');
$$;

-- The format of a kind's own numbers, after the first one was issued. It reveals nothing about any order.
create function own_series(p_kind text) returns table (prefix text, length int) language sql stable security definer
set search_path = public, pg_temp as $$
-- contract: at most one row
  select k.number_prefix, k.number_length::int from order_kind k
  where k.code = p_kind and exists (select from order_series s where s.kind_code = k.code);
$$;

-- What is kept of a typed number of which no order is known: its last four signs, since it may as well be somebody's ID
-- that was typed in the wrong field, with a name before it. A number of four is kept whole.
create function masked_number(p_typed text) returns text language sql immutable as $$
  select case when p_typed like '•••%' then p_typed when k.tail = k.bare then k.bare
    else '•••' || coalesce(k.tail, '') end
  from (select b.bare, substring(right(b.bare, 4) from '[0-9]+[A-Z]?$') as tail
    from (select ltrim(upper(regexp_replace(p_typed, '[^[:alnum:]]', '', 'g')), '0') as bare) b) k;
$$;

-- How numbers without leading zeros are compared with what was kept of them: '' for one that ends in four zeros.
create function number_tails(p_keys text[]) returns text[] language sql immutable as $$
  select array(select ltrim(m.kept, '•0') from unnest(p_keys) key
    cross join lateral (select masked_number(key) as kept) m where m.kept <> '•••');
$$;

-- Whatever writes it, also a process of an earlier version: a look-up has its order's number, and without an order no
-- whole one.
create function mask_number() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.number_typed := coalesce(
    (select o.number_key from "order" o where o.id = new.order_id), masked_number(new.number_typed));
  return new;
end $$;

create trigger mask_number before insert or update of number_typed, order_id on lookup for each row
when (new.number_typed ~ '[^A-Z0-9/.-]' or (new.order_id is null and length(new.number_typed) > 4))
execute function mask_number();

-- The budgets of a look-up, where the caja is told a number that misses beyond measure: it is named, as its order has
-- it, only if there is one, and else told apart by its digest.
create function budgets_of_number(p_budgets jsonb, p_kind text, p_numbers text[]) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_agg(case when b.value ? 'named' and o.number_key is not null
    then b.value || jsonb_build_object('key', p_kind || ':' || o.number_key) else b.value end order by b.ordinality)
  from jsonb_array_elements(p_budgets) with ordinality b
  left join lateral (
    select k.number_key from "order" k where k.kind_code = p_kind and k.number_key = any(p_numbers)
    order by array_position(p_numbers, k.number_key) limit 1) o on true;
$$;

-- Looks an order up and records the look-up, its outcome and its audit event. Every miss does the same work. A spent
-- budget makes hits wait too, so that a wait reveals nothing. With p_check_index the check code on the paper must
-- match too; a wrong one is a miss. p_readings has all meanings of the typed number and ID (model/identity/typed.ts),
-- so that another way of writing them is no miss. p_device is the paired device on which nobody was named.
-- p_number_sealed is what was typed, p_number_typed what processes of an earlier version say of it; it is not kept.
create domain lookup_answer as text
  check (value in ('current', 'used', 'annulled', 'expired', 'not_yet', 'blocked', 'replaced', 'claimed',
    'other_provider', 'not_found', 'waiting', 'paused', 'digits', 'forged', 'foreign', 'superseded'));
create domain lookup_channel as text check (value in ('typed', 'check_code', 'scan', 'picture'));

create function look_up_order(
  p_lookup uuid, p_person uuid, p_provider uuid, p_channel text, p_ip text,
  p_kind text, p_number_typed text, p_number_key text, p_id_index bytea, p_id_sealed bytea, p_budgets jsonb,
  p_check_index bytea default null, p_counter uuid default null, p_readings jsonb default '{}',
  p_device uuid default null, p_number_sealed bytea default null
) returns lookup_answer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  provider_nit text;
  found "order";
  older bytea;
  outcome text;
  wait_until timestamptz;
  ahead_seconds int;
  numbers text[] := array(select jsonb_array_elements_text(p_readings -> 'numbers')) || p_number_key;
  budgets jsonb;
  ids bytea[] := array(select decode(i, 'hex') from jsonb_array_elements_text(p_readings -> 'ids') i) || p_id_index;
  checks bytea[] := array(select decode(c, 'hex')
    from jsonb_array_elements_text(p_readings -> 'checks') c) || p_check_index;
begin
  numbers := numbers || own_series_keys(p_kind, numbers);
  select v.nit into provider_nit from provider v
  where v.id = p_provider and may_for(p_person, p_provider, 'order.look_up');
  if provider_nit is null then raise exception 'person % does not work for provider %', p_person, p_provider; end if;

  budgets := budgets_of_number(p_budgets, p_kind, numbers);
  if not provider_may_work(p_provider, now()) then
    outcome := 'paused';
  else
    select o.* into found from "order" o
    where o.kind_code = p_kind and o.number_key = any(numbers) and o.affiliate_id_index = any(ids)
      and (p_check_index is null
        or exists (select from order_code c where c.order_id = o.id and c.check_index = any(checks))
        or exists (select from superseded_code s where s.order_id = o.id and s.check_index = any(checks)))
    order by array_position(numbers, o.number_key) limit 1;
    wait_until := case when found.id is null then budget_hold(budgets) else budget_look(budgets) end;
    if wait_until is not null then
      found := null;
    elsif found.id is null then
      perform budget_take(budgets);
      ahead_seconds := budget_ahead(budgets);
    end if;
    select s.code_id into older from superseded_code s
    where s.order_id = found.id and s.check_index = any(checks) order by s.superseded_at desc limit 1;
    outcome := case
      when wait_until is not null then 'waiting'
      when found.id is null then 'not_found'
      else standing_on_paper(order_standing(found, provider_nit, now()), older)
    end;
  end if;

  insert into lookup (id, person_id, provider_id, channel, kind_code, number_typed, number_sealed, id_index, id_sealed,
                      outcome, order_id, wait_until, counter_id, code_id, ahead_seconds, device_id)
  values (p_lookup, p_person, p_provider, p_channel, p_kind, coalesce(found.number_key, masked_number(p_number_key)),
          p_number_sealed, p_id_index, p_id_sealed, outcome, found.id,
          coalesce(wait_until, case when found.id is null then budget_wait(budgets) end),
          own_counter(p_counter, p_provider), older, ahead_seconds, own_device(p_device, p_provider));
  if found.id is not null then perform save_snapshot(p_lookup, found); end if;
  perform audit_append(p_action => 'order.looked_up', p_actor => p_person, p_provider => p_provider,
    p_subject_kind => 'lookup', p_subject_id => p_lookup::text, p_channel => p_channel, p_ip => p_ip,
    p_detail => jsonb_build_object('outcome', outcome, 'kind', p_kind) || case when found.id is null then '{}' else
    jsonb_build_object('order', found.id) end);
  return outcome;
end $$;

-- Whether an answer reveals its order: not for a miss, a wait or another provider's order.
create function is_order_told(p_present text) returns boolean language sql immutable as $$
  select p_present in ('current', 'used', 'annulled', 'expired', 'not_yet', 'blocked', 'replaced', 'superseded');
$$;

-- Data of the answer page: the look-up as it was made, and of the current order only what the provider may see in its
-- state. No row for another provider's look-up, nor for a person who does not work for this one.
create function read_lookup(p_lookup uuid, p_person uuid, p_provider uuid)
returns table (
  asked_at timestamptz, read_at timestamptz, kind_code text, kind_name text, number_typed text, id_sealed bytea,
  outcome lookup_answer, wait_until timestamptz, order_id uuid, number text, affiliate_id_kind text,
  affiliate_id_sealed bytea, affiliate_name_sealed bytea, value bigint, balance bigint, texts jsonb,
  issued_on date, valid_until date, state_changed_at timestamptz, data_updated_at timestamptz,
  channel lookup_channel, digits_missed int, number_sealed bytea
) language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: kind_name, id_sealed, wait_until, order_id, number, affiliate_id_kind
-- contract: nullable: affiliate_id_sealed, affiliate_name_sealed, value, balance, texts, issued_on, valid_until
-- contract: nullable: state_changed_at, data_updated_at, number_sealed
  with own_lookup as (
    select l.*, v.nit from lookup l join provider v on v.id = l.provider_id
    where l.id = p_lookup and l.provider_id = p_provider and may_for(p_person, p_provider, 'order.look_up')
  ), answered as (
    select a.*, o as o,
      case
        when not provider_may_work(a.provider_id, now()) then 'paused'
        when a.order_id is null then a.outcome
        else standing_on_paper(order_standing(o, a.nit, now()), a.code_id)
      end as present
    from own_lookup a left join "order" o on o.id = a.order_id
  )
  select a.asked_at, now(), a.kind_code, coalesce(k.name, t.name), a.number_typed, a.id_sealed, a.present, a.wait_until,
    case when is_order_told(a.present) then (a.o).id end,
    case when is_order_told(a.present) then (a.o).number end,
    case when a.present = 'current' then (a.o).affiliate_id_kind end,
    case when a.present = 'current' then (a.o).affiliate_id_sealed end,
    case when a.present = 'current' and 'name' = any(k.shown_fields) then (a.o).affiliate_name_sealed end,
    case when a.present = 'current' and not value_is_hidden(a.id, (a.o).value) then (a.o).value end,
    case when a.present = 'current' and not value_is_hidden(a.id, (a.o).value) then (a.o).balance end,
    case when a.present = 'current' then (
      select jsonb_object_agg(t.key, t.value) from jsonb_each(order_texts(a.o)) t
      where t.key = any(k.shown_fields)) end,
    case when a.present = 'not_yet' or (a.present = 'current' and 'issued_on' = any(k.shown_fields))
      then (a.o).issued_on end,
    case when a.present in ('current', 'expired') then (a.o).valid_until end,
    case when a.present in ('used', 'annulled', 'blocked', 'replaced') then (a.o).state_changed_at
      when a.present = 'superseded' then (select s.superseded_at from superseded_code s
        where s.code_id = a.code_id) end,
    (select r.finished_at from newest_order_run() r),
    a.channel, a.digits_missed::int, a.number_sealed
  from answered a left join order_kind t on t.code = a.kind_code left join lateral rules_of(a.o) k on true;
$$;

-- A look-up by the code on the paper. Guards against: reading an order's data off a photographed code, and guessing
-- the last four digits of an ID.

-- Starts a look-up by the code on the paper and shows nothing of the order: it waits for the last four characters of
-- the person's ID. Until they are correct the look-up does not reference the order. p_code is a complete code signed
-- by a key of ours, else null with p_fault 'foreign' or 'forged'. A signed code that differs by a byte from the
-- printed one is forged too: the key was stolen. The page that read the code chooses the id, so that a scan whose
-- answer was lost is the same look-up when it is asked again; null when the id is another's. p_deferred: a phone that
-- read it without internet asks again by itself under the same id, so during a pause of the rate limit nothing is
-- written.
create function scan_order(
  p_lookup uuid, p_person uuid, p_provider uuid, p_channel text, p_ip text,
  p_code bytea, p_fault text, p_budgets jsonb, p_counter uuid default null, p_device uuid default null,
  p_deferred boolean default false
) returns lookup_answer language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_code, p_fault, result
declare
  printed_order uuid;
  printed_code bytea;
  outcome text;
  kind text;
  wait_until timestamptz;
  ahead_seconds int;
begin
  if not may_for(p_person, p_provider, 'order.look_up')
  then raise exception 'person % does not work for provider %', p_person, p_provider; end if;

  -- A deferred id is also that of a colleague: whoever is named by a PIN goes on with what their paired device read.
  if exists (select from lookup l where l.id = p_lookup) then
    return (select l.outcome from lookup l where l.id = p_lookup and l.provider_id = p_provider
      and (p_deferred or l.person_id = p_person));
  end if;

  if not provider_may_work(p_provider, now()) then
    outcome := 'paused';
  elsif p_code is null then
    outcome := p_fault;
  else
    select c.order_id, c.code, o.kind_code into printed_order, printed_code, kind
      from paper_code(substring(p_code from 5 for 8)) c
    join "order" o on o.id = c.order_id and o.state <> 'draft';
    wait_until := case when printed_order is null then budget_hold(p_budgets) else budget_look(p_budgets) end;
    if wait_until is not null then
      if p_deferred then return 'waiting'; end if;
      printed_order := null;
      kind := null;
    elsif printed_order is null then
      perform budget_take(p_budgets);
    end if;
    outcome := case
      when wait_until is not null then 'waiting'
      when printed_order is null then 'not_found'
      when printed_code <> p_code then 'forged'
      else 'digits'
    end;
    -- Also before the digits are typed: the misses that count may be a colleague's.
    if outcome in ('not_found', 'digits') then ahead_seconds := budget_ahead(p_budgets); end if;
    if outcome = 'not_found' then wait_until := budget_wait(p_budgets); end if;
  end if;

  insert into lookup (id, person_id, provider_id, channel, kind_code, number_typed, outcome, wait_until,
    ahead_seconds, digits, code_id, counter_id, device_id)
  values (p_lookup, p_person, p_provider, p_channel, coalesce(kind, ''), '', outcome, wait_until, ahead_seconds,
    case when outcome = 'digits' then 'asked' end,
    case when outcome = 'digits' then substring(p_code from 5 for 8) end, own_counter(p_counter, p_provider),
    own_device(p_device, p_provider))
  on conflict (id) do nothing;
  -- The same look-up was sent twice at once: the first one counts.
  if not found then
    return scan_order(p_lookup => p_lookup, p_person => p_person, p_provider => p_provider, p_channel => p_channel,
      p_ip => p_ip, p_code => p_code, p_fault => p_fault, p_budgets => p_budgets, p_counter => p_counter,
      p_device => p_device, p_deferred => p_deferred);
  end if;
  perform audit_append(p_action => 'order.looked_up', p_actor => p_person, p_provider => p_provider,
    p_subject_kind => 'lookup', p_subject_id => p_lookup::text, p_channel => p_channel, p_ip => p_ip,
    p_detail => jsonb_build_object('outcome', outcome) || case when outcome in ('digits', 'forged') and printed_order
    is not null then jsonb_build_object('order', printed_order) else '{}' end);
  return outcome;
end $$;

-- Takes the last four characters for a look-up that waits for them. Correct ones open the order; each wrong attempt
-- is a miss, and the third blocks the code for this provider for a while. A look-up in any other state is returned
-- unchanged. p_readings has all meanings of what was typed (model/identity), so that a letter O for a zero is no
-- miss.
create function answer_digits(
  p_lookup uuid, p_person uuid, p_provider uuid, p_ip text, p_tail_index bytea, p_budgets jsonb,
  p_readings jsonb default '[]'
) returns lookup_answer language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_tail_index, result
declare
  looked_up lookup;
  found "order";
  missed int := 0;
  waits timestamptz;
  answer text;
  tails bytea[] := array(select decode(t, 'hex') from jsonb_array_elements_text(p_readings) t) || p_tail_index;
begin
  if not may_for(p_person, p_provider, 'order.look_up')
  then raise exception 'person % does not work for provider %', p_person, p_provider; end if;

  -- The row lock serialises concurrent attempts: the second one sees the outcome of the first.
  select * into looked_up from lookup l where l.id = p_lookup and l.provider_id = p_provider for no key update;
  if looked_up.id is null or looked_up.outcome <> 'digits' then return looked_up.outcome; end if;
  if not provider_may_work(p_provider, now()) then return 'paused'; end if;

  select o.* into found from paper_code(looked_up.code_id) c join "order" o on o.id = c.order_id
  where c.tail_index = any(tails);
  waits := case when found.id is null then budget_hold(p_budgets) else budget_look(p_budgets) end;
  if waits is not null then
    found := null;
  elsif found.id is null then
    perform budget_take(p_budgets);
    missed := 1;
    waits := budget_wait(p_budgets);
  end if;
  answer := case
    when found.id is not null then
      standing_on_paper(order_standing(found, (select v.nit from provider v where v.id = p_provider), now()),
        looked_up.code_id)
    when waits is not null then 'waiting'
    else 'digits'
  end;

  update lookup l set outcome = answer, order_id = found.id, wait_until = waits,
    ahead_seconds = case when answer = 'digits' then budget_ahead(p_budgets) end,
    digits_missed = l.digits_missed + missed,
    digits = case when found.id is not null then 'right' when waits is not null then 'wrong' else l.digits end
  where l.id = p_lookup;
  if found.id is not null then perform save_snapshot(p_lookup, found); end if;
  perform audit_append(p_action => 'order.digits_answered', p_actor => p_person, p_provider => p_provider,
    p_subject_kind => 'lookup', p_subject_id => p_lookup::text, p_channel => looked_up.channel, p_ip => p_ip,
    p_detail => jsonb_build_object('outcome', answer) || case when found.id is null then '{}' else
    jsonb_build_object('order', found.id) end);
  return answer;
end $$;

-- State of a scanned code, for a counter that scanned it offline and showed its own verdict. Like the signed list, it
-- has no number, name or value.
create domain deferred_answer as text
  check (value in ('registered', 'current', 'used', 'annulled', 'expired', 'not_yet', 'blocked', 'replaced', 'claimed',
    'other_provider', 'not_found', 'waiting', 'paused', 'forged', 'foreign', 'superseded'));

create function scan_standing(p_lookup uuid, p_person uuid, p_provider uuid) returns deferred_answer
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: result
  select case
    when l.order_id is null and l.outcome <> 'digits' then l.outcome
    when not provider_may_work(p_provider, now()) then 'paused'
    when o.state = 'used' and u.provider_id = p_provider then 'registered'
    when k.until > now() and k.provider_id <> p_provider then 'claimed'
    else standing_on_paper(order_standing(o, (select v.nit from provider v where v.id = p_provider), now()), l.code_id)
  end
  from lookup l
  left join lateral paper_code(l.code_id) c on true
  left join "order" o on o.id = coalesce(l.order_id, c.order_id)
  left join order_claim k on k.order_id = o.id and o.state not in ('used', 'annulled', 'replaced', 'blocked')
  left join lateral (
    select e.provider_id from order_use e
    where e.order_id = o.id and e.kind = 'use' and not exists (select from order_use undo where undo.undoes = e.id)
    order by e.serial desc limit 1
  ) u on true
  where l.id = p_lookup and l.provider_id = p_provider and may_for(p_person, p_provider, 'order.look_up');
$$;

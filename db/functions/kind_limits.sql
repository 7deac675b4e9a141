-- The limits of a kind, asked at every door by which value is given out: issuing, replacing, extending, and a file
-- that changes a known order.

-- The last day of an order that begins on p_from. A last day may move to the next working day, which
-- domain/order-kind/kinds.ts counts; here a week is let pass.
create function kind_last_day(p_kind order_kind, p_from date) returns date language sql immutable as $$
  select coalesce(p_kind.validity_until, p_from + p_kind.validity_days - 1)
    + case when p_kind.to_working_day then 7 else 0 end;
$$;

create function start_of_bogota_day() returns timestamptz language sql stable as $$
  select date_trunc('day', clock_timestamp() at time zone 'America/Bogota') at time zone 'America/Bogota';
$$;

-- Pesos of a deed that count in a day's sum: of an order that was annulled or replaced only what was used of it, since
-- nobody gets the rest, or its replacement counts it.
create function counted_amount(p_deed order_deed, p_order "order") returns bigint language sql immutable as $$
  select case when p_order.state in ('annulled', 'replaced')
    then least(p_deed.amount, p_order.value - p_order.balance)
    else p_deed.amount
  end;
$$;

-- What this person gives out, and what this affiliate gets, is one after the other until the transaction ends: two at
-- once count each other. Always in this order, so that two never wait for one another.
create function lock_deeds(p_person uuid, p_affiliate bytea) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('deeds-of-person:' || p_person, 0));
  perform pg_advisory_xact_lock(hashtextextended('deeds-for-affiliate:' || encode(p_affiliate, 'hex'), 0));
end $$;

-- Why giving out p_amount of this kind needs a second person, or null. 'value': the kind's limit. 'person_day': with
-- what this person gave out alone today. 'affiliate_day': with what the affiliate got today, from anybody. An affiliate's
-- day above the kind's largest value needs one too, and so does an order above it since the kind was changed: what one
-- order may not hold, several may not hold unseen. p_order itself is left out of the sums.
create function why_second_person(
  p_kind order_kind, p_actor uuid, p_affiliate bytea, p_amount bigint, p_order uuid
) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  alone bigint;
  got bigint;
begin
  perform lock_deeds(p_actor, p_affiliate);
  if p_amount >= p_kind.approval_from or p_amount > p_kind.largest_value then return 'value'; end if;

  select coalesce(sum(amount), 0) into alone from (
    select max(counted_amount(d, o)) as amount
    from order_deed d join "order" o on o.id = d.order_id
    where d.done_by = p_actor and d.approved_by is null and d.done_at >= start_of_bogota_day()
      and d.kind_code = p_kind.code and d.order_id <> p_order
    group by d.order_id) each_order;
  if alone + p_amount >= p_kind.approval_from then return 'person_day'; end if;

  select coalesce(sum(amount), 0) into got from (
    select max(counted_amount(d, o)) as amount
    from order_deed d join "order" o on o.id = d.order_id
    where d.affiliate_id_index = p_affiliate and d.done_at >= start_of_bogota_day()
      and d.kind_code = p_kind.code and d.order_id <> p_order
    group by d.order_id) each_order;
  if got + p_amount >= p_kind.approval_from or got + p_amount > p_kind.largest_value then return 'affiliate_day'; end if;
  return null;
end $$;

-- The same of a draft, for the screen that asks for the second person before the number is given.
create function why_draft_needs_second(p_order uuid) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  o "order";
  kind order_kind;
begin
  select * into o from "order" where id = p_order and state = 'draft';
  if o.id is null then return null; end if;
  select * into kind from order_kind k where k.code = o.kind_code;
  return why_second_person(kind, o.drafted_by, o.affiliate_id_index, o.value, o.id);
end $$;

create function note_order_deed(
  p_order "order", p_deed text, p_amount bigint, p_done_by uuid, p_approved_by uuid
) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into order_deed (order_id, deed, kind_code, affiliate_id_index, amount, done_by, approved_by, done_at)
  values (p_order.id, p_deed, p_order.kind_code, p_order.affiliate_id_index, p_amount, p_done_by, p_approved_by,
    clock_timestamp());
$$;

-- The newest order that gives the same affiliate the same value for the same concept, begun within the last 15 days or
-- later, or null. Letters and digits of the concept are compared, so that a full stop does not make it another one.
create function repeated_order(p_order "order") returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id from "order" o
  where o.affiliate_id_index = p_order.affiliate_id_index and o.kind_code = p_order.kind_code
    and o.value = p_order.value and o.id <> p_order.id and o.state not in ('draft', 'annulled', 'replaced')
    and o.issued_on >= (clock_timestamp() at time zone 'America/Bogota')::date - 15
    and regexp_replace(upper(o.concept), '[^[:alnum:]]', '', 'g')
      = regexp_replace(upper(p_order.concept), '[^[:alnum:]]', '', 'g')
  order by o.created_at desc, o.id limit 1;
$$;

-- Whether a repetition may go on: there is none, or the person said why (p_reason, of the order that was shown), or it
-- was said before of this very one.
create function say_why_repeated(p_order "order", p_actor uuid, p_repeats uuid, p_reason text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare twin uuid;
begin
  perform lock_deeds(p_order.drafted_by, p_order.affiliate_id_index);
  twin := repeated_order(p_order);
  if twin is null then return true; end if;
  if twin = p_repeats and length(p_reason) >= 10 then
    insert into order_repeat as r (order_id, repeats, reason, said_by, said_at)
    values (p_order.id, twin, p_reason, p_actor, clock_timestamp())
    on conflict (order_id) do update set repeats = excluded.repeats, reason = excluded.reason,
      said_by = excluded.said_by, said_at = excluded.said_at;
    return true;
  end if;
  return exists (select from order_repeat r where r.order_id = p_order.id and r.repeats = twin);
end $$;

-- Whether a file may change a known order so: to no value above its kind's largest one; a later last day no later than that of an
-- order that begins now; from the kind's limit on, and of one that
-- is above the largest value since the kind was changed, only in a run that another person confirmed than brought it; and only
-- as the confirmed rehearsal found it. To void it, or to say that it was used, gives nothing.
create function file_may_change(
  p_run uuid, p_order "order", p_value bigint, p_until date, p_state text, p_fields jsonb
) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select p_state <> 'issued' and p_fields <@ '["ESTADO"]' or (
    (p_value <= k.largest_value or p_value = p_order.value)
    and p_order.updated_at <= coalesce((select i.previewed_at from import_run i where i.id = p_run), 'infinity')
    and (p_until <= p_order.valid_until
      or p_until <= kind_last_day(k, (clock_timestamp() at time zone 'America/Bogota')::date))
    and (p_value <= k.largest_value and (k.approval_from is null or p_value < k.approval_from)
      or exists (select from import_run i where i.id = p_run and i.confirmed_by <> i.started_by)))
  from order_kind k where k.code = p_order.kind_code;
$$;

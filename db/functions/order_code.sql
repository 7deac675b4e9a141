-- The ring of keys that sign orders. The lock lets one change at a time through; what a change was decided on (the next
-- free number, the key that is active) is compared under it, so the first decision wins. Guards against: two people who
-- change the ring at once, a code that is signed by a retired key, and a paper that is printed without a record.

create domain key_outcome as text check (value in ('done', 'not_allowed', 'changed', 'full'));

-- Adds a missing key: the first becomes active, the second next. "changed": it is no longer needed, or another
-- process took the number first.
create function add_order_key(p_id int, p_public bytea, p_private bytea) returns key_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  wanted text;
begin
  lock table order_key in share row exclusive mode;
  wanted := case
    when not exists (select from order_key where state = 'active') then 'active'
    when not exists (select from order_key where state = 'next') then 'next'
  end;
  if wanted is null or p_id <> (select coalesce(max(id), 0) + 1 from order_key) then return 'changed'; end if;
  if p_id > 255 then return 'full'; end if;
  insert into order_key (id, state, public_key, private_sealed, activated_at)
  values (p_id, wanted, p_public, p_private, case when wanted = 'active' then now() end);
  perform audit_append(p_action => 'order_key.made', p_actor => null, p_subject_kind => 'order_key',
    p_subject_id => p_id::text, p_channel => 'system', p_detail => jsonb_build_object('state', wanted));
  return 'done';
end $$;

-- The next key becomes active, the active one retired, and p_id is the new next. "changed": the active key is
-- not the one that the person saw. "full": a code has one byte for the key.
create function rotate_order_key(
  p_actor uuid, p_active int, p_id int, p_public bytea, p_private bytea, p_ip text
) returns key_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  following smallint;
begin
  if not may(p_actor, 'key.manage') then return 'not_allowed'; end if;
  lock table order_key in share row exclusive mode;
  select id into following from order_key where state = 'next';
  if following is null or p_id <> (select max(id) + 1 from order_key)
    or not exists (select from order_key where id = p_active and state = 'active')
  then return 'changed'; end if;
  if p_id > 255 then return 'full'; end if;
  update order_key set state = 'retired', retired_at = now() where id = p_active;
  update order_key set state = 'active', activated_at = now() where id = following;
  insert into order_key (id, state, public_key, private_sealed) values (p_id, 'next', p_public, p_private);
  perform audit_append(p_action => 'order_key.rotated', p_actor => p_actor, p_subject_kind => 'order_key',
    p_subject_id => following::text, p_ip => p_ip, p_detail => jsonb_build_object('retired', p_active, 'next', p_id));
  return 'done';
end $$;

-- Removes a retired key from the published list permanently.
create function revoke_order_key(p_actor uuid, p_id int, p_ip text)
returns key_outcome language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not may(p_actor, 'key.manage') then return 'not_allowed'; end if;
  update order_key set state = 'revoked', revoked_at = now() where id = p_id and state = 'retired';
  if not found then return 'changed'; end if;
  perform audit_append(p_action => 'order_key.revoked', p_actor => p_actor, p_subject_kind => 'order_key',
    p_subject_id => p_id::text, p_ip => p_ip);
  return 'done';
end $$;

-- The code scanned from a paper, the newest of its order or an earlier one; no row for an unknown id.
create function paper_code(p_code_id bytea)
returns table (order_id uuid, code bytea, tail_index bytea) language sql stable rows 1 as $$
  select c.order_id, c.code, c.tail_index from order_code c where c.code_id = p_code_id
  union all
  select s.order_id, s.code, s.tail_index from superseded_code s where s.code_id = p_code_id;
$$;

-- Standing of an order for a paper with this code. While the order is current, an earlier paper is answered with
-- 'superseded' only. No code: the look-up was by the numbers.
create function standing_on_paper(p_standing text, p_code_id bytea) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when p_standing = 'current' and exists (select from superseded_code s where s.code_id = p_code_id) then 'superseded'
    else p_standing
  end;
$$;

-- Whether exactly these bytes were printed on a paper. The caja's own answer for a code whose key was revoked; it
-- reveals nothing about the order.
create function is_printed_code(p_code bytea) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from paper_code(substring(p_code from 5 for 8)) c where c.code = p_code);
$$;

-- Whether there is a newer paper than the one with these bytes, of the same order or of its replacement.
create function is_superseded_code(p_code bytea) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from superseded_code s where s.code_id = substring(p_code from 5 for 8) and s.code = p_code)
    or exists (select from order_code c join "order" o on o.id = c.order_id
      where c.code_id = substring(p_code from 5 for 8) and c.code = p_code and o.state = 'replaced');
$$;

create domain print_result as text
  check (value in ('printed', 'delivered', 'not_issued', 'expired', 'changed', 'missing'));

-- Prints orders: keeps the code made for a first printing, or one that says what the order says today, counts
-- and writes one event for each. Only an order that the affiliate does not have yet goes to paper.
create function print_orders(p_actor uuid, p_orders jsonb, p_ip text)
returns table (order_id uuid, outcome print_result, code bytea, check_sealed bytea)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: code, check_sealed
#variable_conflict use_column
declare
  requested record;
  found_order "order";
  printed order_code;
begin
  if not may(p_actor, 'order.print') then return; end if;
  for requested in
    select * from jsonb_to_recordset(p_orders) as r(id uuid, value bigint, issued_on date, valid_until date,
      id_kind text, id_index text, code_id text, key_id smallint, code text, check_sealed text, check_index text,
      tail_index text, stale text)
    order by id -- a fixed order of locks avoids deadlocks
  loop
    select * into found_order from "order" where id = requested.id for no key update;
    order_id := requested.id;
    outcome := case
      when found_order.id is null then 'missing'
      when found_order.state = 'delivered' then 'delivered'
      when found_order.state <> 'issued' then 'not_issued'
      when bogota_today() > found_order.valid_until then 'expired'
      -- What the code was made of: its value, its days and its person. Processes of earlier versions name no person.
      when (found_order.value, found_order.issued_on, found_order.valid_until)
        is distinct from (requested.value, requested.issued_on, requested.valid_until)
        or requested.id_index is not null and (found_order.affiliate_id_kind, found_order.affiliate_id_index)
        is distinct from (requested.id_kind, decode(requested.id_index, 'base64')) then 'changed'
      else 'printed' end;
    code := null;
    check_sealed := null;
    if outcome = 'printed' then
      -- The earlier paper stays on record, so that its scan says that there is a newer one.
      insert into superseded_code (code_id, order_id, key_id, code, check_index, tail_index, signed_at, superseded_at)
      select c.code_id, c.order_id, c.key_id, c.code, c.check_index, c.tail_index, c.signed_at, clock_timestamp()
      from order_code c
      where c.order_id = requested.id and requested.code is not null and c.code = decode(requested.stale, 'base64');
      -- Of two concurrent first printings, both papers get the code of the first.
      insert into order_code as c
        (order_id, code_id, key_id, code, check_sealed, check_index, tail_index)
      select requested.id, decode(requested.code_id, 'base64'), requested.key_id, decode(requested.code, 'base64'),
        decode(requested.check_sealed, 'base64'), decode(requested.check_index, 'base64'),
        decode(requested.tail_index, 'base64')
      where requested.code is not null
      on conflict (order_id) do update set code_id = excluded.code_id, key_id = excluded.key_id, code = excluded.code,
        check_sealed = excluded.check_sealed, check_index = excluded.check_index, tail_index = excluded.tail_index,
        signed_at = now()
      where c.code = decode(requested.stale, 'base64');
      update order_code c set prints = c.prints + 1, printed_at = now() where c.order_id = requested.id
        returning c.* into printed;
      code := printed.code;
      check_sealed := printed.check_sealed;
      perform audit_append(p_action => case when printed.prints = 1 then 'order.printed' else 'order.reprinted' end,
        p_actor => p_actor, p_subject_kind => 'order', p_subject_id => requested.id::text, p_ip => p_ip,
        p_detail => jsonb_build_object('kind', found_order.kind_code, 'number', found_order.number, 'prints',
        printed.prints));
    end if;
    return next;
  end loop;
end $$;

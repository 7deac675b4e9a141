-- Prints orders: keeps the code made for a first printing, or one that says what the order says today, counts
-- and writes one event for each. Only an order that the affiliate does not have yet goes to paper.
create function print_orders(p_actor uuid, p_orders jsonb, p_ip text)
returns table (order_id uuid, outcome text, code bytea, check_sealed bytea)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  asked record;
  found_order "order";
  kept order_code;
begin
  if not exists (select from person where id = p_actor and caja_role in ('officer', 'administrator')
    and disabled_at is null) then return; end if;
  for asked in
    select * from jsonb_to_recordset(p_orders) as r(id uuid, value bigint, issued_on date, valid_until date,
      code_id text, key_id smallint, code text, check_sealed text, check_index text, tail_index text, stale text)
    order by id -- the same order in every call: two calls wait, they do not deadlock
  loop
    select * into found_order from "order" where id = asked.id for no key update;
    order_id := asked.id;
    outcome := case
      when found_order.id is null then 'missing'
      when found_order.state = 'delivered' then 'delivered'
      when found_order.state <> 'issued' then 'not_issued'
      when (now() at time zone 'America/Bogota')::date > found_order.valid_until then 'expired'
      when (found_order.value, found_order.issued_on, found_order.valid_until)
        is distinct from (asked.value, asked.issued_on, asked.valid_until) then 'changed'
      else 'printed' end;
    code := null;
    check_sealed := null;
    if outcome = 'printed' then
      -- The paper that is out already stays known: whoever shows it is told of the newer one.
      insert into superseded_code (code_id, order_id, key_id, code, check_index, tail_index, signed_at, superseded_at)
      select c.code_id, c.order_id, c.key_id, c.code, c.check_index, c.tail_index, c.signed_at, clock_timestamp()
      from order_code c
      where c.order_id = asked.id and asked.code is not null and c.code = decode(asked.stale, 'base64');
      -- Of two first printings at once, the code of the first stands and both papers carry it.
      insert into order_code as c
        (order_id, code_id, key_id, code, check_sealed, check_index, tail_index)
      select asked.id, decode(asked.code_id, 'base64'), asked.key_id, decode(asked.code, 'base64'),
        decode(asked.check_sealed, 'base64'), decode(asked.check_index, 'base64'), decode(asked.tail_index, 'base64')
      where asked.code is not null
      on conflict (order_id) do update set code_id = excluded.code_id, key_id = excluded.key_id, code = excluded.code,
        check_sealed = excluded.check_sealed, check_index = excluded.check_index, tail_index = excluded.tail_index,
        signed_at = now()
      where c.code = decode(asked.stale, 'base64');
      update order_code c set prints = c.prints + 1, printed_at = now() where c.order_id = asked.id returning c.* into kept;
      code := kept.code;
      check_sealed := kept.check_sealed;
      perform audit_append(case when kept.prints = 1 then 'order.printed' else 'order.reprinted' end, p_actor, null,
        'order', asked.id::text, 'web', p_ip,
        jsonb_build_object('kind', found_order.kind_code, 'number', found_order.number, 'prints', kept.prints));
    end if;
    return next;
  end loop;
end $$;

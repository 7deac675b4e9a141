-- The caja finds orders by number or by the affiliate's ID (its blind index), and the log keeps that it did and
-- how many came out, never what was typed.
create function search_orders(
  p_actor uuid, p_kind text, p_number_key text, p_id_index bytea, p_limit int, p_ip text
) returns table (order_id uuid) language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ids uuid[];
begin
  if not exists (select from person where id = p_actor and caja_role is not null and disabled_at is null) then
    return;
  end if;
  ids := array(
    select o.id from "order" o
    where (o.number_key = p_number_key or o.affiliate_id_index = p_id_index)
      and (p_kind is null or o.kind_code = p_kind)
    order by o.issued_on desc, o.number_key limit p_limit);
  perform audit_append('order.searched', p_actor, null, 'order', 'search', 'web', p_ip,
    jsonb_build_object('found', cardinality(ids), 'kind', p_kind));
  return query select unnest(ids);
end $$;

-- Opens one order for an official: answers its id again, and the log keeps who looked.
create function view_order(p_order uuid, p_actor uuid, p_ip text)
returns table (order_id uuid) language plpgsql security definer set search_path = public, pg_temp as $$
declare
  seen "order";
begin
  if not exists (select from person where id = p_actor and caja_role is not null and disabled_at is null) then
    return;
  end if;
  select * into seen from "order" o where o.id = p_order;
  if seen.id is null then return; end if;
  perform audit_append('order.viewed', p_actor, null, 'order', seen.id::text, 'web', p_ip,
    jsonb_build_object('kind', seen.kind_code, 'number', seen.number));
  return query select seen.id;
end $$;

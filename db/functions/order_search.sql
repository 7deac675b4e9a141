-- Guards against: a search of people that leaves no trace, and a log that holds what was typed.

-- Search by order number or by the affiliate's ID (its blind index). The audit log keeps the search and the number of
-- results, never what was typed. What was typed can have several meanings.
create function search_orders(
  p_actor uuid, p_kind text, p_number_key text, p_id_index bytea, p_limit int, p_ip text, p_readings jsonb default '{}'
) returns table (order_id uuid) language plpgsql security definer rows 50 set search_path = public, pg_temp as $$
-- contract: nullable: p_kind
declare
  ids uuid[];
  numbers text[] := array(select jsonb_array_elements_text(p_readings -> 'numbers')) || p_number_key;
  id_indexes bytea[] := array(select decode(i, 'hex')
    from jsonb_array_elements_text(p_readings -> 'ids') i) || p_id_index;
begin
  if not may(p_actor, 'order.find') then return; end if;
  numbers := numbers || own_series_keys(p_kind, numbers);
  ids := array(
    select o.id from "order" o
    where (o.number_key = any(numbers) or o.affiliate_id_index = any(id_indexes))
      and (p_kind is null or o.kind_code = p_kind)
    order by o.issued_on desc, o.number_key limit p_limit);
  perform audit_append(p_action => 'order.searched', p_actor => p_actor, p_subject_kind => 'order',
    p_subject_id => 'search', p_ip => p_ip, p_detail => jsonb_build_object('found', cardinality(ids), 'kind', p_kind));
  return query select unnest(ids);
end $$;

-- Opens an order for an official: returns its id and audits the access. "rows 1" tells the planner, which would
-- otherwise expect a thousand rows and scan the table.
create function view_order(p_order uuid, p_actor uuid, p_ip text)
returns table (order_id uuid) language plpgsql security definer rows 1 set search_path = public, pg_temp as $$
-- contract: at most one row
declare
  seen "order";
begin
  if not may(p_actor, 'order.find') then return; end if;
  select * into seen from "order" o where o.id = p_order;
  if seen.id is null then return; end if;
  perform audit_append(p_action => 'order.viewed', p_actor => p_actor, p_subject_kind => 'order',
    p_subject_id => seen.id::text, p_ip => p_ip, p_detail => jsonb_build_object('kind', seen.kind_code, 'number',
    seen.number));
  return query select seen.id;
end $$;

create domain order_list_outcome as text check (value in ('done', 'not_allowed'));

-- Audits that an official read or exported a list of orders: who, with which filters, how many rows, and when.
create function record_order_list(p_actor uuid, p_action text, p_ip text, p_count int, p_detail jsonb)
returns table (outcome order_list_outcome, at timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row
begin
  if p_action not in ('order.listed', 'order.exported') then
    raise exception 'no list is noted as %', p_action using errcode = 'check_violation';
  end if;
  if not may(p_actor, case p_action when 'order.exported' then 'order.export' else 'order.find' end)
  then return query select 'not_allowed'::order_list_outcome, now(); return; end if;
  perform audit_append(p_action => p_action, p_actor => p_actor, p_subject_kind => 'order', p_subject_id => 'list',
    p_ip => p_ip, p_detail => p_detail || jsonb_build_object('count', p_count));
  return query select 'done'::order_list_outcome, now();
end $$;

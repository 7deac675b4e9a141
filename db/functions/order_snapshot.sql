-- Snapshot of what people see of an order, part by part: its paper and the used value. Names are digests. Every
-- decision on an order refers to one snapshot; once a part differs, the order counts as changed. Guards against: a use,
-- a report or a decision on an order that changed since it was read.

-- In plpgsql, which keeps its plan: each look-up, use and decision asks for one.
create function order_snapshot(p_order "order") returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return jsonb_build_object(
    'kind', p_order.kind_code,
    'number', p_order.number,
    'holder', encode(sha256(convert_to(p_order.affiliate_id_kind, 'UTF8') || p_order.affiliate_id_index
      || p_order.affiliate_name_sealed), 'base64'),
    'value', p_order.value,
    'dates', p_order.issued_on || ' ' || p_order.valid_until,
    'provider', p_order.provider_nit,
    'balance', p_order.value - p_order.balance) || order_texts(p_order);
end $$;

-- Names of the parts that differ. Null when one side is unknown. An empty part equals a missing one, because an
-- earlier snapshot lacks columns that were added later.
create function changed_parts(p_was jsonb, p_now jsonb) returns text[]
language sql immutable strict set search_path = public, pg_temp as $$
  select coalesce(array_agg(part.name order by part.name), '{}')
  from (select jsonb_object_keys(p_was) as name union select jsonb_object_keys(p_now)) part
  where coalesce(nullif(p_was -> part.name, 'null'), '""') <> coalesce(nullif(p_now -> part.name, 'null'), '""');
$$;

-- Stores the snapshot of the order that a look-up found.
create function save_snapshot(p_lookup uuid, p_order "order") returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into lookup_face (lookup_id, face) values (p_lookup, order_snapshot(p_order));
$$;

-- Parts of the order that changed since the look-up; '{}' for none, null when its snapshot is no longer stored. The
-- balance that the look-up's own uses took is no change.
create function lookup_changes(p_lookup uuid, p_order "order") returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select changed_parts(f.face, order_snapshot(p_order) || jsonb_build_object(
    'balance', p_order.value - p_order.balance - (
    select coalesce(sum(case u.kind when 'use' then u.amount else -u.amount end), 0) from order_use u
    where u.order_id = p_order.id and u.lookup_id = p_lookup)))
  from lookup_face f where f.lookup_id = p_lookup;
$$;

-- A claim belongs to the snapshot on which it was made, and ends when the order changes.
create function release_claim_on_change() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from order_claim where order_id = new.id;
  return null;
end $$;

create trigger release_claim_on_change after update on "order"
  for each row when (order_snapshot(old.*) is distinct from order_snapshot(new.*))
  execute function release_claim_on_change();

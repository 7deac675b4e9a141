-- Makes the key that signs receipts when there is none, or when the present one is a year old; that one stays
-- known, so that what it signed can be checked for ever. False when none was wanted or another process was first.
create function renew_receipt_key(p_id int, p_public bytea, p_private bytea) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  lock table receipt_key in share row exclusive mode;
  if p_id <> (select coalesce(max(id), 0) + 1 from receipt_key)
    or exists (select from receipt_key where state = 'active' and created_at > now() - interval '1 year')
  then return false; end if;
  update receipt_key set state = 'retired', retired_at = now() where state = 'active';
  insert into receipt_key (id, state, public_key, private_sealed) values (p_id, 'active', p_public, p_private);
  perform audit_append('receipt_key.made', null, null, 'receipt_key', p_id::text, 'system', null);
  return true;
end $$;

-- Codes of orders that a phone without internet must not take: used, annulled or replaced within their days.
create function list_dead_codes() returns bytea
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(string_agg(c.code_id, ''::bytea order by c.code_id), ''::bytea)
  from (select code_id, order_id from order_code union all select code_id, order_id from superseded_code) c
  join "order" o on o.id = c.order_id
  where o.state in ('used', 'annulled', 'replaced') and o.valid_until >= (now() at time zone 'America/Bogota')::date;
$$;

-- Codes of papers that a newer one of the same order took the place of, of orders that may still be used.
create function list_superseded_codes() returns bytea
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(string_agg(s.code_id, ''::bytea order by s.code_id), ''::bytea)
  from superseded_code s join "order" o on o.id = s.order_id
  where o.state in ('issued', 'delivered', 'blocked') and o.valid_until >= (now() at time zone 'America/Bogota')::date;
$$;

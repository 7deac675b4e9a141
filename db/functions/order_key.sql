-- The ring of keys that sign orders. The lock lets one change at a time through; what a change was decided on
-- (the next free number, the key that is active) is compared under it, so the first decision wins.

-- A key the ring lacks: the first becomes active, the second next. False when it is not wanted, or when
-- another process took the number first.
create function fill_order_key(p_id int, p_public bytea, p_private bytea) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  wanted text;
begin
  lock table order_key in share row exclusive mode;
  wanted := case
    when not exists (select from order_key where state = 'active') then 'active'
    when not exists (select from order_key where state = 'next') then 'next'
  end;
  if wanted is null or p_id <> (select coalesce(max(id), 0) + 1 from order_key) then return false; end if;
  insert into order_key (id, state, public_key, private_sealed, activated_at)
  values (p_id, wanted, p_public, p_private, case when wanted = 'active' then now() end);
  perform audit_append('order_key.made', null, null, 'order_key', p_id::text, 'system', null,
    jsonb_build_object('state', wanted));
  return true;
end $$;

create function may_manage_keys(p_actor uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from person where id = p_actor and caja_role = 'administrator' and disabled_at is null);
$$;

-- The next key becomes active, the active one retired, and p_id is the new next. "changed": the active key is
-- not the one that the person saw. "full": a code has one byte for the key.
create function rotate_order_key(
  p_actor uuid, p_active int, p_id int, p_public bytea, p_private bytea, p_ip text
) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  following smallint;
begin
  if not may_manage_keys(p_actor) then return 'not_allowed'; end if;
  lock table order_key in share row exclusive mode;
  select id into following from order_key where state = 'next';
  if following is null or p_id <> (select max(id) + 1 from order_key)
    or not exists (select from order_key where id = p_active and state = 'active')
  then return 'changed'; end if;
  if p_id > 255 then return 'full'; end if;
  update order_key set state = 'retired', retired_at = now() where id = p_active;
  update order_key set state = 'active', activated_at = now() where id = following;
  insert into order_key (id, state, public_key, private_sealed) values (p_id, 'next', p_public, p_private);
  perform audit_append('order_key.rotated', p_actor, null, 'order_key', following::text, 'web', p_ip,
    jsonb_build_object('retired', p_active, 'next', p_id));
  return 'done';
end $$;

-- Takes a retired key out of the published list, for good.
create function revoke_order_key(p_actor uuid, p_id int, p_ip text)
returns text language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not may_manage_keys(p_actor) then return 'not_allowed'; end if;
  update order_key set state = 'revoked', revoked_at = now() where id = p_id and state = 'retired';
  if not found then return 'changed'; end if;
  perform audit_append('order_key.revoked', p_actor, null, 'order_key', p_id::text, 'web', p_ip);
  return 'done';
end $$;

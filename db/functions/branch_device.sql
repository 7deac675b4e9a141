-- Devices that an owner paired with a counter. Guards against: a shared device on which nobody knows who registered a
-- use, and a device that goes on working after it left the shop.

-- Whether a device still works: not ended, not too old, its counter open.
create function is_live_device(p_device counter_device) returns boolean language sql stable as $$
  select p_device.ended_at is null and now() < p_device.expires_at and exists (
    select from counter c join branch b on b.id = c.branch_id
    where c.id = p_device.counter_id and c.closed_at is null and b.closed_at is null);
$$;

create function provider_of_device(p_device counter_device) returns uuid language sql stable as $$
  select b.provider_id from counter c join branch b on b.id = c.branch_id where c.id = p_device.counter_id;
$$;

-- A live device of this provider, for what it asked alone; else null.
create function own_device(p_device uuid, p_provider uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select d.id from counter_device d
  where d.id = p_device and is_live_device(d) and provider_of_device(d) = p_provider;
$$;

create function close_device(p_device uuid, p_actor uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update counter_device d set ended_at = now(), ended_by = p_actor where d.id = p_device and d.ended_at is null;
  update session s set revoked_at = now() where s.device_id = p_device and s.revoked_at is null;
$$;

-- Pairs a device with a counter; its earlier pairing (p_was) ends.
create function pair_device(
  p_provider uuid, p_actor uuid, p_counter uuid, p_token_hash bytea, p_was bytea, p_seconds int, p_user_agent text,
  p_ip text
) returns place_outcome language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_was
begin
  if not lock_team(p_provider, p_actor) then return 'not_allowed'; end if;
  if own_counter(p_counter, p_provider) is null then return 'place_closed'; end if;
  if (select count(*) from counter_device d where is_live_device(d) and provider_of_device(d) = p_provider
    and d.token_hash is distinct from p_was) >= 100 then return 'too_many_places'; end if;
  perform close_device(d.id, p_actor) from counter_device d
  where d.token_hash = p_was and provider_of_device(d) = p_provider;
  insert into counter_device (counter_id, token_hash, user_agent, paired_by, expires_at)
  values (p_counter, p_token_hash, p_user_agent, p_actor, now() + make_interval(secs => p_seconds));
  perform audit_append(p_action => 'device.paired', p_actor => p_actor, p_provider => p_provider,
    p_subject_kind => 'counter', p_subject_id => p_counter::text, p_ip => p_ip);
  return 'done';
end $$;

create function end_device(p_provider uuid, p_actor uuid, p_device uuid, p_ip text) returns place_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ended counter_device;
begin
  if not lock_team(p_provider, p_actor) then return 'not_allowed'; end if;
  select * into ended from counter_device d
  where d.id = p_device and d.ended_at is null and provider_of_device(d) = p_provider;
  if ended.id is null then return 'place_closed'; end if;
  perform close_device(p_device, p_actor);
  perform audit_append(p_action => 'device.ended', p_actor => p_actor, p_provider => p_provider,
    p_subject_kind => 'counter', p_subject_id => ended.counter_id::text, p_ip => p_ip);
  return 'done';
end $$;

-- The live devices of a provider, for whoever manages its team.
create function list_devices(p_provider uuid, p_actor uuid)
returns table (
  device_id uuid, counter text, branch text, user_agent text, paired_at timestamptz, expires_at timestamptz,
  last_seen_at timestamptz, last_person text
) language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: user_agent, last_person
  select d.id, c.name, b.name, d.user_agent, d.paired_at, d.expires_at, d.last_seen_at, p.name
  from counter_device d join counter c on c.id = d.counter_id join branch b on b.id = c.branch_id
  left join person p on p.id = d.last_person_id
  where b.provider_id = p_provider and is_live_device(d) and may_for(p_actor, p_provider, 'team.manage')
  order by b.name, c.name, d.paired_at;
$$;

-- Whether a device with this token still works, until when, and at which counter.
create function read_device(p_device_hash bytea)
returns table (device_id uuid, counter_id uuid, provider_id uuid, expires_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row
  select d.id, d.counter_id, provider_of_device(d), d.expires_at from counter_device d
  where d.token_hash = p_device_hash and is_live_device(d);
$$;

-- Who asks on a device on which nobody is named: the device, in the name of whoever was named on it last and still
-- works there, else of who paired it, else of an owner. The columns of session_actor.
create function device_actor(p_device_hash bytea)
returns table (
  session_id uuid, person_id uuid, person_name text, email text, caja_role caja_role,
  provider_id uuid, provider_role provider_role, provider_nit text, provider_check_digit smallint,
  provider_name text, provider_suspended boolean, applications text[], opens_look_up boolean, ends_at timestamptz,
  own_providers text[], own_names text[], proven boolean, device_id uuid, named boolean
) language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: caja_role
begin
  update counter_device d set last_seen_at = now()
  where d.token_hash = p_device_hash and d.last_seen_at < now() - session_seen_window() and d.ended_at is null;
  return query
    select d.id, w.person_id, c.name, '', null::caja_role, v.id, 'viewer'::provider_role, v.nit, v.check_digit,
      v.legal_name, is_suspended(v, now()),
      coalesce((select array_agg(g.application_code order by g.application_code)
                from granted_application g where g.provider_id = v.id), '{}'),
      has_look_up(v.id), d.expires_at, array[v.id::text], array[v.legal_name], false, d.id, false
    from counter_device d join counter c on c.id = d.counter_id join branch b on b.id = c.branch_id
    join provider v on v.id = b.provider_id
    join lateral (
      select m.person_id from membership m join person p on p.id = m.person_id and p.disabled_at is null
      where m.provider_id = v.id and m.removed_at is null
      order by m.person_id is not distinct from d.last_person_id desc, m.person_id = d.paired_by desc,
        m.role = 'owner' desc, m.created_at, m.id
      limit 1
    ) w on true
    where d.token_hash = p_device_hash and is_live_device(d);
end $$;

-- Whoever holds the session, else the paired device. A session that a PIN opened counts on its own device alone.
create function page_actor(p_token_hash bytea, p_device_hash bytea)
returns table (
  session_id uuid, person_id uuid, person_name text, email text, caja_role caja_role,
  provider_id uuid, provider_role provider_role, provider_nit text, provider_check_digit smallint,
  provider_name text, provider_suspended boolean, applications text[], opens_look_up boolean, ends_at timestamptz,
  own_providers text[], own_names text[], proven boolean, device_id uuid, named boolean
) language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: caja_role, provider_id, provider_role, provider_nit, provider_check_digit
-- contract: nullable: provider_name, p_token_hash, p_device_hash, device_id
begin
  return query select s.*, true from session_actor(p_token_hash) s
    where s.device_id is null
      or exists (select from counter_device d where d.id = s.device_id and d.token_hash = p_device_hash);
  if found or p_device_hash is null then return; end if;
  return query select * from device_actor(p_device_hash);
end $$;

-- Raises unless this session is open and its person's: what is registered at a counter names whoever is there. The id
-- of a paired device is no session. Earlier versions of the application name none, where no device is paired.
create function require_named(p_session uuid, p_person uuid, p_counter uuid default null) returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if p_session is null then
    if not exists (select from counter_device d where d.counter_id = p_counter and is_live_device(d))
    then return; end if;
  elsif exists (select from session s where s.id = p_session and s.person_id = p_person and s.revoked_at is null
    and now() < s.expires_at and now() < s.last_seen_at + make_interval(secs => s.idle_seconds))
  then return; end if;
  raise exception 'nobody is named: person % in session %', p_person, p_session;
end $$;

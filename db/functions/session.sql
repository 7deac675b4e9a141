-- Who is signed in and for which provider, read with each request. Guards against: a session that outlives its time,
-- its person's place in a team or in the caja, or its end by another device.

create domain caja_role as text check (
  value in ('administrator', 'reviewer', 'officer', 'support', 'treasurer', 'auditor'));

-- The membership of a session that names none, because it is older than the choice: the person's first. In plpgsql,
-- as may is (access.sql).
create function first_membership(p_person uuid) returns uuid language plpgsql stable as $$
begin
  return (select m.id from membership m where m.person_id = p_person and m.removed_at is null
    order by m.created_at, m.id limit 1);
end $$;

-- Who holds this session now. No row when it was closed, timed out or its person may no longer enter.
-- Rights are read here on every request, so a suspension, a removal or another choice works on the next one. A session
-- whose second factor is missing has no row either: it opens no page, action or route (factor.sql). An owner who was
-- named by a PIN does what a clerk does.
create function session_actor(p_token_hash bytea)
returns table (
  session_id uuid, person_id uuid, person_name text, email text, caja_role caja_role,
  provider_id uuid, provider_role provider_role, provider_nit text, provider_check_digit smallint,
  provider_name text, provider_suspended boolean, applications text[], opens_look_up boolean, ends_at timestamptz,
  own_providers text[], own_names text[], proven boolean, device_id uuid
) language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: caja_role, provider_id, provider_role, provider_nit, provider_check_digit
-- contract: nullable: provider_name, device_id
begin
  update session s set last_seen_at = now()
  where s.token_hash = p_token_hash and s.last_seen_at < now() - session_seen_window()
    and s.revoked_at is null and now() < s.expires_at
    and now() < s.last_seen_at + make_interval(secs => s.idle_seconds);
  return query
    select s.id, p.id, p.name, p.email, p.caja_role::caja_role, v.id,
      case when s.device_id is not null and m.role = 'owner' then 'clerk' else m.role end::provider_role,
      v.nit, v.check_digit,
      v.legal_name, is_suspended(v, now()),
      coalesce((select array_agg(g.application_code order by g.application_code)
                from granted_application g where g.provider_id = v.id), '{}'),
      v.id is not null and has_look_up(v.id),
      least(s.expires_at, s.last_seen_at + make_interval(secs => s.idle_seconds)),
      coalesce(own.providers, '{}'), coalesce(own.names, '{}'), is_proven(s), s.device_id
    from session s
    join person p on p.id = s.person_id and p.disabled_at is null
    left join membership m on m.id = coalesce(s.membership_id, first_membership(p.id)) and m.removed_at is null
    left join provider v on v.id = m.provider_id
    left join lateral (
      select array_agg(w.id::text order by w.legal_name, w.id) as providers,
        array_agg(w.legal_name order by w.legal_name, w.id) as names
      from membership n join provider w on w.id = n.provider_id
      where n.person_id = p.id and n.removed_at is null
    ) own on true
    where s.token_hash = p_token_hash and s.revoked_at is null and now() < s.expires_at
      and now() < s.last_seen_at + make_interval(secs => s.idle_seconds)
      and (p.caja_role is not null or v.id is not null)
      and (s.factor_at is not null or not (s.needs_factor or p.caja_role is not null))
      and (s.device_id is null or exists (select from counter_device d where d.id = s.device_id and is_live_device(d)));
end $$;

-- Opens a session after the password was right, and says so in the log. Of several providers it works for the one
-- whose counter the device is, else the one that the device worked for last, else the person's first. People of the
-- caja, and whoever has a second factor, prove that next, unless p_factor says that it was proven with the password.
create function open_session(
  p_person uuid, p_token_hash bytea, p_idle_seconds int, p_absolute_seconds int, p_ip text, p_user_agent text,
  p_counter uuid default null, p_provider uuid default null, p_factor boolean default false
) returns uuid language sql security definer set search_path = public, pg_temp as $$
-- contract: nullable: result
  with chosen as materialized (
    select m.id, m.provider_id from membership m
    where m.person_id = p_person and m.removed_at is null
    order by own_counter(p_counter, m.provider_id) is null, m.provider_id is distinct from p_provider,
      m.created_at, m.id
    limit 1
  ), opened as (
    insert into session (token_hash, person_id, membership_id, idle_seconds, expires_at, ip, user_agent,
      needs_factor, factor_at, proven_at)
    select p_token_hash, p.id, (select c.id from chosen c), p_idle_seconds,
      now() + make_interval(secs => p_absolute_seconds), p_ip, p_user_agent, n.needed,
      case when p_factor then now() end, case when p_factor or not n.needed then now() end
    from person p, lateral (select p.caja_role is not null or has_factor(p.id) as needed) n
    where p.id = p_person and p.disabled_at is null
    returning id, proven_at is null as waits
  )
  select o.id from opened o, lateral audit_append(
    p_action => case when o.waits then 'session.begun' else 'session.opened' end, p_actor => p_person,
    p_provider => (select c.provider_id from chosen c), p_subject_kind => 'session', p_subject_id => o.id::text,
    p_ip => p_ip);
$$;

create domain session_end as text check (value in ('idle', 'too_old', 'closed', 'moved', 'no_access'));

-- Why a session is no longer valid, for the browser that still has its token; null for an unknown token.
create function session_end_reason(p_token_hash bytea) returns session_end
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: result
  select (case
    when s.moved_at is not null then 'moved'
    -- Who loses access loses the sessions in the same act: it is told as that, not as one's own sign-out.
    when p.disabled_at is not null or p.caja_role is null and not exists (
      select from membership m where m.person_id = p.id and m.removed_at is null) then 'no_access'
    when s.revoked_at is not null then 'closed'
    when s.last_seen_at + make_interval(secs => s.idle_seconds) <= least(now(), s.expires_at) then 'idle'
    when s.expires_at <= now() then 'too_old'
    else 'no_access'
  end)::session_end
  from session s join person p on p.id = s.person_id where s.token_hash = p_token_hash;
$$;

create domain switch_outcome as text check (value in ('done', 'not_allowed'));

-- Switches this session, and no other of the person's, to another of their providers. The membership is locked, so
-- that its concurrent end either prevents the switch or closes the session afterwards.
create function switch_provider(p_token_hash bytea, p_provider uuid, p_ip text) returns switch_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own session;
  chosen uuid;
  before uuid;
begin
  select * into own from session s where s.token_hash = p_token_hash and s.revoked_at is null and now() < s.expires_at
    and now() < s.last_seen_at + make_interval(secs => s.idle_seconds);
  select m.id into chosen from membership m
  where m.person_id = own.person_id and m.provider_id = p_provider and m.removed_at is null for share;
  if chosen is null then return 'not_allowed'; end if;
  select * into own from session s where s.id = own.id and s.revoked_at is null for no key update;
  if own.id is null or own.device_id is not null then return 'not_allowed'; end if;
  select m.provider_id into before from membership m
  where m.id = coalesce(own.membership_id, first_membership(own.person_id));
  update session set membership_id = chosen where id = own.id;
  if before = p_provider then return 'done'; end if;
  perform audit_append(p_action => 'session.switched', p_actor => own.person_id, p_provider => p_provider,
    p_subject_kind => 'session', p_subject_id => own.id::text, p_ip => p_ip);
  return 'done';
end $$;

create function end_session(p_token_hash bytea, p_ip text) returns void
language sql security definer set search_path = public, pg_temp as $$
  with closed as (
    update session s set revoked_at = now() where s.token_hash = p_token_hash and s.revoked_at is null
    returning s.id, s.person_id, coalesce(s.membership_id, first_membership(s.person_id)) as membership_id
  )
  select audit_append(p_action => 'session.closed', p_actor => c.person_id, p_provider => (select m.provider_id from
    membership m where m.id = c.membership_id), p_subject_kind => 'session', p_subject_id => c.id::text,
    p_ip => p_ip)
  from closed c;
$$;

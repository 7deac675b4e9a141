-- Who is signed in, read anew with each request. Guards against: a session that outlives its time, its person's
-- place in a team or in the caja, or its end by another device.

create domain caja_role as text check (value in ('administrator', 'officer', 'auditor'));

-- Who holds this session now. No row when it was closed, timed out or its person may no longer enter.
-- Rights are read here on every request, so a suspension or a removal works on the next one.
create function session_actor(p_token_hash bytea)
returns table (
  session_id uuid, person_id uuid, person_name text, email text, caja_role caja_role,
  provider_id uuid, provider_role provider_role, provider_nit text, provider_check_digit smallint,
  provider_name text, provider_suspended boolean, applications text[], ends_at timestamptz
) language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: caja_role, provider_id, provider_role, provider_nit, provider_check_digit
-- contract: nullable: provider_name
begin
  update session s set last_seen_at = now()
  where s.token_hash = p_token_hash and s.last_seen_at < now() - session_seen_window()
    and s.revoked_at is null and now() < s.expires_at
    and now() < s.last_seen_at + make_interval(secs => s.idle_seconds);
  return query
    select s.id, p.id, p.name, p.email, p.caja_role::caja_role, v.id, m.role::provider_role, v.nit, v.check_digit,
      v.legal_name, v.suspended_at is not null,
      coalesce((select array_agg(g.application_code order by g.application_code)
                from granted_application g where g.provider_id = v.id), '{}'),
      least(s.expires_at, s.last_seen_at + make_interval(secs => s.idle_seconds))
    from session s
    join person p on p.id = s.person_id and p.disabled_at is null
    left join membership m on m.person_id = p.id and m.removed_at is null
    left join provider v on v.id = m.provider_id
    where s.token_hash = p_token_hash and s.revoked_at is null and now() < s.expires_at
      and now() < s.last_seen_at + make_interval(secs => s.idle_seconds)
      and (p.caja_role is not null or v.id is not null);
end $$;

-- Opens a session after the password was right, and says so in the log.
create function open_session(
  p_person uuid, p_token_hash bytea, p_idle_seconds int, p_absolute_seconds int, p_ip text, p_user_agent text
) returns uuid language sql security definer set search_path = public, pg_temp as $$
-- contract: nullable: result
  with opened as (
    insert into session (token_hash, person_id, idle_seconds, expires_at, ip, user_agent)
    select p_token_hash, p.id, p_idle_seconds, now() + make_interval(secs => p_absolute_seconds), p_ip, p_user_agent
    from person p where p.id = p_person and p.disabled_at is null
    returning id
  )
  select o.id from opened o, lateral audit_append(p_action => 'session.opened', p_actor => p_person,
    p_provider => (select m.provider_id from membership m where m.person_id = p_person and m.removed_at is null),
    p_subject_kind => 'session', p_subject_id => o.id::text, p_ip => p_ip);
$$;

create domain session_end as text check (value in ('idle', 'too_old', 'closed', 'no_access'));

-- Why a session counts no longer, for the browser that still has its token; null when nobody knows it.
create function session_end_reason(p_token_hash bytea) returns session_end
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: result
  select (case
    when s.revoked_at is not null then 'closed'
    when s.last_seen_at + make_interval(secs => s.idle_seconds) <= least(now(), s.expires_at) then 'idle'
    when s.expires_at <= now() then 'too_old'
    else 'no_access'
  end)::session_end
  from session s where s.token_hash = p_token_hash;
$$;

create function end_session(p_token_hash bytea, p_ip text) returns void
language sql security definer set search_path = public, pg_temp as $$
  with closed as (
    update session set revoked_at = now() where token_hash = p_token_hash and revoked_at is null
    returning id, person_id
  )
  select audit_append(p_action => 'session.closed', p_actor => c.person_id, p_provider => (select m.provider_id from
    membership m where m.person_id = c.person_id and m.removed_at is null), p_subject_kind => 'session',
    p_subject_id => c.id::text, p_ip => p_ip)
  from closed c;
$$;

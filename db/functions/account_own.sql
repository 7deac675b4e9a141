-- A person's own account: the password changed with the present one, and the sessions with their devices. Guards
-- against: a session that stays open on a lost device, or after the password that it was opened with.

-- The open sessions of the session's person, the own one first, then the one used last.
create function list_own_sessions(p_token_hash bytea)
returns table (
  session_id uuid, is_own boolean, created_at timestamptz, last_seen_at timestamptz, ip text, user_agent text
) language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: ip, user_agent
  select s.id, s.id = a.session_id, s.created_at, s.last_seen_at, s.ip, s.user_agent
  from session_actor(p_token_hash) a join session s on s.person_id = a.person_id
  where s.revoked_at is null and now() < s.expires_at
    and now() < s.last_seen_at + make_interval(secs => s.idle_seconds)
  order by s.id = a.session_id desc, s.last_seen_at desc, s.id
  limit 100;
$$;

-- Ends one other session of the person, or all others where none is named. The own one ends by signing out.
create function end_own_sessions(p_token_hash bytea, p_session uuid, p_ip text) returns factor_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_session
declare
  own session := factor_session(p_token_hash);
  ended uuid;
begin
  if own.id is null or waits_for_factor(own) then return 'not_allowed'; end if;
  if not is_proven(own) then return 'unproven'; end if;
  for ended in
    update session s set revoked_at = now()
    where s.person_id = own.person_id and s.id <> own.id and s.revoked_at is null
      and (p_session is null or s.id = p_session)
    returning s.id
  loop
    perform audit_append(p_action => 'session.closed', p_actor => own.person_id, p_subject_kind => 'session',
      p_subject_id => ended::text, p_ip => p_ip, p_detail => jsonb_build_object('by', own.id));
  end loop;
  return 'done';
end $$;

-- What a new password of the session's person is compared with.
create function read_own_names(p_token_hash bytea)
returns table (name text, email text, id_number text, mobile text, nits text[], companies text[], id uuid,
  id_number_sealed bytea, mobile_sealed bytea)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: id_number, mobile, id_number_sealed, mobile_sealed
  select p.name, p.email, p.id_number, p.mobile,
    array(select v.nit from membership m join provider v on v.id = m.provider_id
      where m.person_id = p.id and m.removed_at is null),
    array(select v.legal_name from membership m join provider v on v.id = m.provider_id
      where m.person_id = p.id and m.removed_at is null),
    p.id, p.id_number_sealed, p.mobile_sealed
  from session_actor(p_token_hash) a join person p on p.id = a.person_id;
$$;

-- What a person sees and corrects of themselves.
create function read_own_profile(p_token_hash bytea)
returns table (id uuid, name text, email text, id_number_plain text, id_number_sealed bytea, mobile_plain text,
  mobile_sealed bytea, email_change_until timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: id_number_plain, id_number_sealed, mobile_plain, mobile_sealed
-- contract: nullable: email_change_until
  select p.id, p.name, p.email, p.id_number, p.id_number_sealed, p.mobile, p.mobile_sealed,
    (select c.expires_at from email_change c
      where c.person_id = p.id and c.ended_at is null and c.done_at is null and now() < c.expires_at)
  from session_actor(p_token_hash) a join person p on p.id = a.person_id;
$$;

-- Corrects the name, and the mobile: p_sealed has none when it is not given.
create function change_own_profile(p_token_hash bytea, p_name text, p_sealed jsonb, p_ip text)
returns factor_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own session := factor_session(p_token_hash);
  was person;
begin
  if own.id is null or waits_for_factor(own) then return 'not_allowed'; end if;
  if not is_proven(own) then return 'unproven'; end if;
  select * into was from person p where p.id = own.person_id for no key update;
  update person p set name = p_name, mobile = null, mobile_sealed = sealed_part(p_sealed, 'mobile'),
    mobile_index = sealed_part(p_sealed, 'mobile_index')
  where p.id = was.id;
  if was.name <> p_name then
    perform audit_append(p_action => 'person.renamed', p_actor => was.id, p_subject_kind => 'person',
      p_subject_id => was.id::text, p_ip => p_ip);
  end if;
  if was.mobile is not null or was.mobile_index is distinct from sealed_part(p_sealed, 'mobile_index') then
    perform audit_append(p_action => 'person.mobile_changed', p_actor => was.id, p_subject_kind => 'person',
      p_subject_id => was.id::text, p_ip => p_ip);
  end if;
  return 'done';
end $$;

-- Sets a new password after the present one (p_was, the hash that was compared) was right. Ends every other session,
-- makes links to choose a password useless, and queues the mail that says so.
create function change_own_password(
  p_token_hash bytea, p_was text, p_password_hash text, p_mails jsonb, p_ip text
) returns factor_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own session := factor_session(p_token_hash);
begin
  if own.id is null or waits_for_factor(own) then return 'not_allowed'; end if;
  update person p set password_hash = p_password_hash, password_changed_at = now()
  where p.id = own.person_id and p.password_hash = p_was;
  if not found then return 'gone'; end if;
  update session s set revoked_at = now()
  where s.person_id = own.person_id and s.id <> own.id and s.revoked_at is null;
  update mail_link l set superseded_at = now()
  where l.purpose = 'password' and l.subject_id = own.person_id and l.used_at is null and l.superseded_at is null;
  perform queue_mails(p_mails);
  perform audit_append(p_action => 'password.chosen', p_actor => own.person_id, p_subject_kind => 'person',
    p_subject_id => own.person_id::text, p_ip => p_ip, p_detail => jsonb_build_object('way', 'password'));
  return 'done';
end $$;

-- Ends the open sessions of this one's person that are too many, those used longest ago first. It is called after the
-- session was written, so that of many sign-ins at once the last one counts them all. A session that waits for its
-- second factor neither counts nor ends any: the password alone puts nobody out.
create function keep_session_limit(p_token_hash bytea, p_most int) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own session;
  ended uuid;
begin
  select * into own from session s where s.token_hash = p_token_hash and s.revoked_at is null;
  if own.id is null or waits_for_factor(own) then return; end if;
  for ended in
    update session s set revoked_at = now()
    where s.revoked_at is null and s.id in (
      select o.id from session o
      where o.person_id = own.person_id and o.id <> own.id and o.revoked_at is null and now() < o.expires_at
        and now() < o.last_seen_at + make_interval(secs => o.idle_seconds) and not waits_for_factor(o)
        and o.device_id is null
      order by o.last_seen_at desc, o.created_at desc, o.id offset p_most - 1)
    returning s.id
  loop
    perform audit_append(p_action => 'session.closed', p_actor => own.person_id, p_subject_kind => 'session',
      p_subject_id => ended::text, p_ip => own.ip, p_detail => jsonb_build_object('by', own.id));
  end loop;
end $$;

-- The second factor of a person, and the moment of the last proof in a session. Guards against: a password that is
-- enough to act for the caja, a code that is accepted twice, and a factor enrolled by whoever only has the password.

create domain factor_kind as text check (value in ('totp', 'passkey'));
create domain factor_outcome as text
  check (value in ('done', 'not_allowed', 'unproven', 'used', 'gone', 'last_factor', 'full'));

-- The open session of a token, locked, whether or not its second factor is missing; null when it has ended. One that
-- waits for its factor is open for a few minutes only. One that a PIN opened changes nothing of an account.
create function factor_session(p_token_hash bytea) returns session
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own session;
begin
  select s.* into own from session s join person p on p.id = s.person_id and p.disabled_at is null
  where s.token_hash = p_token_hash and s.revoked_at is null and now() < s.expires_at
    and now() < s.last_seen_at + make_interval(secs => s.idle_seconds)
    and (not waits_for_factor(s) or now() < s.created_at + half_session_window())
    and s.device_id is null
  for no key update of s;
  return own;
end $$;

-- Whether the session opens no page yet, because its second factor is missing.
create function waits_for_factor(p_session session) returns boolean language sql stable as $$
  select p_session.factor_at is null and (p_session.needs_factor
    or exists (select from person p where p.id = p_session.person_id and p.caja_role is not null));
$$;

-- Whether somebody proved who they are in this session within the last minutes.
create function is_proven(p_session session) returns boolean language sql stable as $$
  select coalesce(p_session.proven_at > now() - proof_window(), false);
$$;

create function has_factor(p_person uuid) returns boolean language sql stable as $$
  select exists (select from factor f
    where f.person_id = p_person and f.confirmed_at is not null and f.ended_at is null);
$$;

-- Whether this person ever confirmed a factor, be it over: from then on neither mailbox nor password enrols one.
create function ever_had_factor(p_person uuid) returns boolean language sql stable as $$
  select exists (select from factor f where f.person_id = p_person and f.confirmed_at is not null);
$$;

-- Whether this session may add a factor: with a fresh proof, or at a person's very first sign-in, or with the code
-- that an administrator handed over. A password alone replaces no factor.
create function may_enrol_factor(p_session session) returns boolean language sql stable as $$
  select case when waits_for_factor(p_session) then p_session.may_enrol or not ever_had_factor(p_session.person_id)
    else is_proven(p_session) end;
$$;

-- What the pages of the second factor show of this session and its person.
create function read_factor_session(p_token_hash bytea, p_device bytea default null, p_agent text default null,
  p_ip text default null)
returns table (
  session_id uuid, person_id uuid, person_name text, email text, is_caja boolean, waits boolean, proven boolean,
  may_enrol boolean, totp boolean, passkeys int, papers int
) language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: p_device, p_agent, p_ip
declare
  own session;
begin
  perform end_moved_session(p_token_hash, p_device, p_agent, p_ip);
  own := factor_session(p_token_hash);
  return query
    select own.id, p.id, p.name, p.email, p.caja_role is not null, waits_for_factor(own), is_proven(own),
      may_enrol_factor(own),
      exists (select from factor f where f.person_id = p.id and f.kind = 'totp' and f.confirmed_at is not null
        and f.ended_at is null),
      (select count(*)::int from factor f where f.person_id = p.id and f.kind = 'passkey' and f.ended_at is null),
      (select count(*)::int from paper_code c join paper_code_set s on s.id = c.set_id
        where s.person_id = p.id and s.ended_at is null and c.used_at is null)
    from person p where p.id = own.person_id;
end $$;

-- The factors of the session's person, for the page on which they are kept.
create function list_factors(p_token_hash bytea)
returns table (factor_id uuid, kind factor_kind, name text, created_at timestamptz, last_used_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: last_used_at
  select f.id, f.kind::factor_kind, f.name, f.created_at, f.last_used_at
  from session_actor(p_token_hash) a join factor f on f.person_id = a.person_id
  where f.confirmed_at is not null and f.ended_at is null
  order by f.created_at, f.id;
$$;

-- Writes the proof into the session. A session that waited for it begins now, under another token.
create function prove_session(p_session session, p_new_hash bytea, p_way text, p_ip text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update session s set proven_at = now(), may_enrol = false, challenge = null,
    factor_at = case when p_way = 'password' then s.factor_at else now() end,
    token_hash = case when waits_for_factor(p_session) then p_new_hash else s.token_hash end, last_seen_at = now()
  where s.id = p_session.id;
  perform audit_append(
    p_action => case when waits_for_factor(p_session) then 'session.opened' else 'session.proven' end,
    p_actor => p_session.person_id, p_subject_kind => 'session', p_subject_id => p_session.id::text, p_ip => p_ip,
    p_detail => jsonb_build_object('way', p_way));
end $$;

-- Audits a wrong code. Returns until when to wait now, and the wait that one more attempt would cause.
create function record_factor_miss(p_person uuid, p_ip text, p_budgets jsonb)
returns table (wait_until timestamptz, ahead_seconds int)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: wait_until, ahead_seconds
begin
  perform audit_append(p_action => 'factor.refused', p_actor => p_person, p_subject_kind => 'person',
    p_subject_id => p_person::text, p_ip => p_ip);
  return query select budget_wait(p_budgets), budget_ahead(p_budgets);
end $$;

-- The password of a signed-in person without a second factor, typed again and right.
create function pass_password(p_token_hash bytea, p_ip text) returns factor_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own session := factor_session(p_token_hash);
begin
  if own.id is null or waits_for_factor(own) or has_factor(own.person_id) then return 'not_allowed'; end if;
  perform prove_session(own, null, 'password', p_ip);
  return 'done';
end $$;

-- Ends a factor, with its secret. Who works for the caja keeps one; the paper codes end with the last one.
create function end_factor(p_token_hash bytea, p_factor uuid, p_mails jsonb, p_ip text) returns factor_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own session := factor_session(p_token_hash);
  ended factor;
  is_last boolean;
begin
  if own.id is null or waits_for_factor(own) then return 'not_allowed'; end if;
  if not is_proven(own) then return 'unproven'; end if;
  -- Of two who end the last two at once the second waits here, and finds that its own is the last.
  perform 1 from person p where p.id = own.person_id for no key update;
  select * into ended from factor f where f.id = p_factor and f.person_id = own.person_id
    and f.confirmed_at is not null and f.ended_at is null;
  if ended.id is null then return 'gone'; end if;
  is_last := not exists (select from factor f where f.person_id = own.person_id and f.id <> p_factor
    and f.confirmed_at is not null and f.ended_at is null);
  if is_last and exists (select from person p where p.id = own.person_id and p.caja_role is not null)
  then return 'last_factor'; end if;
  update factor set ended_at = now(), secret = null, public_key = null where id = p_factor;
  if is_last then
    update paper_code_set set ended_at = now() where person_id = own.person_id and ended_at is null;
  end if;
  perform queue_mails(p_mails);
  perform audit_append(p_action => 'factor.ended', p_actor => own.person_id, p_subject_kind => 'person',
    p_subject_id => own.person_id::text, p_ip => p_ip, p_detail => jsonb_build_object('kind', ended.kind));
  return 'done';
end $$;

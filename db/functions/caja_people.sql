-- Who works for the caja, and as what. Guards against: a person who left and still enters, an administrator who
-- changes their own role, and two who end each other's access at once and leave the caja without any.

create domain caja_people_outcome as text
  check (value in ('done', 'not_allowed', 'own_access', 'not_found', 'changed', 'email_taken', 'waiting'));

-- Whether this person decides on who works for the caja. All who do are locked, one call after the other: of two who
-- end each other's access at once the second finds that its own is over. So one administrator always stays.
create function lock_caja_people(p_actor uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from person p join role_permission r on r.role = p.caja_role and r.permission = 'people.manage'
  where p.disabled_at is null order by p.id for no key update of p;
  return may(p_actor, 'people.manage');
end $$;

-- Everybody who is or was of the caja, but for those whose invitation was forgotten, for whom may read it: when they
-- entered last, and how many browsers they are signed in with now.
create function list_caja_people(p_actor uuid)
returns table (
  person_id uuid, name text, email text, role caja_role, invited_at timestamptz, accepted boolean,
  ended_at timestamptz, last_entered_at timestamptz, sessions int, asks_code boolean, code_closed boolean,
  has_code boolean
) language plpgsql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: ended_at, last_entered_at
begin
  if not may(p_actor, 'people.read') then return; end if;
  return query
    select p.id, p.name, p.email, p.caja_role::caja_role, p.created_at, p.password_hash is not null, p.disabled_at,
      (select e.at from audit_event e where e.actor_id = p.id and e.action = 'session.opened'
        order by e.seq desc limit 1),
      (select count(*)::int from session s where s.person_id = p.id and s.factor_at is not null
        and s.revoked_at is null and now() < s.expires_at
        and now() < s.last_seen_at + make_interval(secs => s.idle_seconds)),
      asks_entry_code(p), p.entry_code_misses >= 5, p.entry_code_hash is not null
    from person p where p.caja_role is not null and p.name <> ''
    order by p.disabled_at is not null, plain_words(p.name), p.id;
end $$;

-- Invites somebody by mail: a person without a password, and a link to choose one, which needs the code that the
-- administrator tells them. An address that is anybody's already is refused: who works for a provider is not of the
-- caja.
create function invite_official(
  p_actor uuid, p_email text, p_name text, p_role text, p_link_hash bytea, p_link_seconds int, p_event_key text,
  p_message_id text, p_content bytea, p_budgets jsonb, p_ip text, p_person uuid default null,
  p_code_hash bytea default null
) returns table (outcome caja_people_outcome, wait_until timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: wait_until
declare
  invited uuid;
  spent_until timestamptz;
begin
  if not lock_caja_people(p_actor) then
    return query select 'not_allowed'::caja_people_outcome, null::timestamptz; return;
  end if;
  if exists (select from person p where lower(p.email) = lower(p_email)) then
    return query select 'email_taken'::caja_people_outcome, null::timestamptz; return;
  end if;
  spent_until := budget_spend(p_budgets);
  if spent_until is not null then
    return query select 'waiting'::caja_people_outcome, spent_until; return;
  end if;
  insert into person (id, email, name, caja_role, entry_code_hash)
  values (coalesce(p_person, gen_random_uuid()), p_email, p_name, p_role, p_code_hash)
  on conflict do nothing returning id into invited;
  if invited is null then
    return query select 'email_taken'::caja_people_outcome, null::timestamptz; return;
  end if;
  perform new_mail_link('password', invited, p_link_hash, p_link_seconds);
  perform queue_mail(p_event_key, p_message_id, p_content);
  perform audit_append(p_action => 'person.invited', p_actor => p_actor, p_subject_kind => 'person',
    p_subject_id => invited::text, p_ip => p_ip, p_detail => jsonb_build_object('role', p_role));
  return query select 'done'::caja_people_outcome, null::timestamptz;
end $$;

-- Sends the invitation of somebody who never had a second factor once more; the earlier link ends, the code holds
-- again, and wrong ones are counted anew.
create function resend_official_invitation(
  p_actor uuid, p_person uuid, p_link_hash bytea, p_link_seconds int, p_event_key text, p_message_id text,
  p_content bytea, p_budgets jsonb, p_ip text, p_code_hash bytea default null
) returns table (outcome caja_people_outcome, wait_until timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: p_code_hash, wait_until
declare
  spent_until timestamptz;
begin
  if not lock_caja_people(p_actor) then
    return query select 'not_allowed'::caja_people_outcome, null::timestamptz; return;
  end if;
  perform 1 from person p where p.id = p_person and p.disabled_at is null and asks_entry_code(p) for no key update;
  if not found then return query select 'changed'::caja_people_outcome, null::timestamptz; return; end if;
  spent_until := budget_spend(p_budgets);
  if spent_until is not null then
    return query select 'waiting'::caja_people_outcome, spent_until; return;
  end if;
  perform give_entry_code(p.id, coalesce(p_code_hash, p.entry_code_hash)) from person p where p.id = p_person;
  perform new_mail_link('password', p_person, p_link_hash, p_link_seconds);
  perform queue_mail(p_event_key, p_message_id, p_content);
  perform audit_append(p_action => 'person.invitation_resent', p_actor => p_actor, p_subject_kind => 'person',
    p_subject_id => p_person::text, p_ip => p_ip);
  return query select 'done'::caja_people_outcome, null::timestamptz;
end $$;

-- Another name, another role. p_was and p_name_was are the role and the name that were shown: what somebody else has
-- changed since is not changed back unseen. One's own name may be mended, one's own role is another administrator's to
-- change. Processes of before do not say the name.
create function change_official(
  p_actor uuid, p_person uuid, p_name text, p_role text, p_was text, p_ip text, p_name_was text default null
) returns caja_people_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  whose person;
begin
  if not lock_caja_people(p_actor) then return 'not_allowed'; end if;
  select * into whose from person p where p.id = p_person and p.caja_role is not null for no key update;
  if whose.id is null then return 'not_found'; end if;
  if whose.disabled_at is not null or whose.caja_role <> p_was or whose.name <> p_name_was
  then return 'changed'; end if;
  if p_person = p_actor and p_role <> whose.caja_role then return 'own_access'; end if;
  if p_name <> whose.name then
    update person set name = p_name where id = p_person;
    perform audit_append(p_action => 'person.renamed', p_actor => p_actor, p_subject_kind => 'person',
      p_subject_id => p_person::text, p_ip => p_ip);
  end if;
  if p_role <> whose.caja_role then
    update person set caja_role = p_role where id = p_person;
    perform audit_append(p_action => 'person.role_changed', p_actor => p_actor, p_subject_kind => 'person',
      p_subject_id => p_person::text, p_ip => p_ip,
      p_detail => jsonb_build_object('from', whose.caja_role, 'to', p_role));
    perform end_official_invitations(p_person, p_actor, p_ip);
  end if;
  return 'done';
end $$;

-- From this moment the person does not enter: every session is closed, and with them end the links in their mailbox
-- and the invitations that they sent.
create function end_official_access(p_actor uuid, p_person uuid, p_cause text, p_ip text)
returns caja_people_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  whose person;
begin
  if not lock_caja_people(p_actor) then return 'not_allowed'; end if;
  if p_person = p_actor then return 'own_access'; end if;
  select * into whose from person p where p.id = p_person and p.caja_role is not null for no key update;
  if whose.id is null then return 'not_found'; end if;
  if whose.disabled_at is not null then return 'changed'; end if;
  update person set disabled_at = now() where id = p_person;
  update mail_link set superseded_at = now()
  where purpose = 'password' and subject_id = p_person and used_at is null and superseded_at is null;
  perform close_sessions_of(p_person);
  perform audit_append(p_action => 'person.access_ended', p_actor => p_actor, p_subject_kind => 'person',
    p_subject_id => p_person::text, p_ip => p_ip,
    p_detail => jsonb_build_object('role', whose.caja_role, 'cause', p_cause));
  perform end_official_invitations(p_person, p_actor, p_ip);
  return 'done';
end $$;

-- Lets somebody whose access had ended in again, with the role that they had.
create function return_official_access(p_actor uuid, p_person uuid, p_ip text)
returns caja_people_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  whose person;
begin
  if not lock_caja_people(p_actor) then return 'not_allowed'; end if;
  select * into whose from person p where p.id = p_person and p.caja_role is not null for no key update;
  if whose.id is null then return 'not_found'; end if;
  if whose.disabled_at is null then return 'changed'; end if;
  update person set disabled_at = null where id = p_person;
  perform audit_append(p_action => 'person.access_returned', p_actor => p_actor, p_subject_kind => 'person',
    p_subject_id => p_person::text, p_ip => p_ip, p_detail => jsonb_build_object('role', whose.caja_role));
  return 'done';
end $$;

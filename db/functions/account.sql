-- Passwords and the links that set one. Guards against: learning from an answer whether an e-mail has an account,
-- a link that works twice, and a session that outlives the password it was opened with.

create domain link_state as text
  check (value in ('ok', 'used', 'superseded', 'expired', 'cancelled', 'inviter_left'));

-- Outcome of creating an account or setting its password by a link: the link's state, or why it was refused.
create domain account_outcome as text
  check (value in ('done', 'unknown', 'used', 'superseded', 'expired', 'cancelled', 'inviter_left', 'email_taken',
    'nit_has_owner', 'wrong_code'));

create function mail_link_state(p_link mail_link) returns link_state language sql stable as $$
  select case
    when p_link.used_at is not null then 'used'
    when p_link.superseded_at is not null then 'superseded'
    when now() >= p_link.expires_at then 'expired'
    else 'ok'
  end;
$$;

-- A new link supersedes older ones with the same purpose and subject.
create function new_mail_link(p_purpose text, p_subject uuid, p_hash bytea, p_seconds int) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update mail_link set superseded_at = now()
  where purpose = p_purpose and subject_id = p_subject and used_at is null and superseded_at is null;
  insert into mail_link (purpose, subject_id, token_hash, expires_at)
  values (p_purpose, p_subject, p_hash, now() + make_interval(secs => p_seconds));
end $$;

-- A part of what domain/account/sealed-fields.ts seals of a person: {"person": its id, "id_number": …, "id_index": …,
-- "mobile": …, "mobile_index": …}, in base64.
create function sealed_part(p_sealed jsonb, p_part text) returns bytea language sql immutable as $$
  select decode(p_sealed ->> p_part, 'base64');
$$;

-- Locks and returns the person when it has this e-mail, is active and may join another provider; else null. Reached
-- only with the account's own password.
create function known_member(p_person uuid, p_email text) returns uuid
language sql security definer set search_path = public, pg_temp as $$
  select p.id from person p
  where p.id = p_person and lower(p.email) = lower(p_email) and email_may_enter(p.email) and email_may_join(p.email)
  for update;
$$;

create function close_sessions_of(p_person uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update session set revoked_at = now() where person_id = p_person and revoked_at is null;
$$;

-- Data that a sign-in compares with. No row for an unknown e-mail.
create function sign_in_facts(p_email text)
returns table (person_id uuid, password_hash text, is_caja boolean)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row
  select p.id, p.password_hash, p.caja_role is not null
  from person p
  where lower(p.email) = lower(p_email) and p.password_hash is not null and p.disabled_at is null
    and (p.caja_role is not null
      or exists (select 1 from membership m where m.person_id = p.id and m.removed_at is null));
$$;

-- Replaces the hash of the same password by a costlier one. Does nothing when another password was chosen meanwhile.
create function renew_password_hash(p_person uuid, p_was text, p_renewed text) returns void
language sql security definer set search_path = public, pg_temp as $$
  update person set password_hash = p_renewed where id = p_person and password_hash = p_was;
$$;

-- Audits a wrong password. Returns until when to wait now, and the wait that one more attempt would cause.
create function record_sign_in_miss(p_person uuid, p_ip text, p_budgets jsonb)
returns table (wait_until timestamptz, ahead_seconds int)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: p_person, wait_until, ahead_seconds
begin
  perform audit_append(p_action => 'session.refused', p_actor => p_person, p_subject_kind => 'person',
    p_subject_id => coalesce(p_person::text, 'unknown'), p_ip => p_ip);
  return query select budget_wait(p_budgets), budget_ahead(p_budgets);
end $$;

-- Audits an attempt that the rate limit refused before the password was compared.
create function note_throttled_sign_in(p_email text, p_ip text, p_network text) returns void
language sql security definer set search_path = public, pg_temp as $$
  select note_refusal(p_action => 'session.throttled', p_actor => null, p_provider => null,
    p_subject_kind => 'person', p_subject_id => coalesce((select p.id::text from person p where lower(p.email) =
    lower(p_email)), 'unknown'), p_ip => p_ip, p_network => p_network);
$$;

-- Creates a link to choose a new password, if the e-mail is known. The answer does not reveal whether it is. Who would
-- be asked for a code and has none gets no link: it would open to nobody.
create function request_password_link(
  p_email text, p_link_hash bytea, p_seconds int, p_event_key text, p_message_id text, p_content bytea,
  p_budgets jsonb, p_address_budgets jsonb, p_ip text
) returns timestamptz language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: result
declare
  wait_until timestamptz;
  found_person uuid;
begin
  wait_until := budget_spend(p_budgets);
  if wait_until is not null then return wait_until; end if;
  -- Enough links were sent to this address, and the newest is in its mailbox. No e-mail is sent, without a wait.
  if budget_spend(p_address_budgets) is not null then return null; end if;
  select p.id into found_person from person p where lower(p.email) = lower(p_email) for update;
  if found_person is null or not email_may_enter(p_email)
    or exists (select 1 from person p where p.id = found_person
      and (p.disabled_at is not null or asks_entry_code(p) and p.entry_code_hash is null))
  then return null; end if;
  perform new_mail_link('password', found_person, p_link_hash, p_seconds);
  perform queue_mail(p_event_key, p_message_id, p_content);
  perform audit_append(p_action => 'password.link_requested', p_actor => found_person, p_subject_kind => 'person',
    p_subject_id => found_person::text, p_ip => p_ip);
  return null;
end $$;

-- Whether a password by a link needs the code that an administrator or the server told this person: whoever reads the
-- mailbox of somebody of the caja must not become them. Once a second factor was confirmed, it stands behind that.
create function asks_entry_code(p_person person) returns boolean language sql stable as $$
  select p_person.caja_role is not null and not ever_had_factor(p_person.id);
$$;

-- A code that was never stored is never right.
create function entry_code_holds(p_person person, p_code_hash bytea) returns boolean language sql immutable as $$
  select coalesce(p_person.entry_code_misses < 5 and p_person.entry_code_hash = p_code_hash, false);
$$;

-- Stores the digest of the code that this person is told, and counts wrong ones anew.
create function give_entry_code(p_person uuid, p_code_hash bytea) returns void
language sql security definer set search_path = public, pg_temp as $$
  update person p set entry_code_hash = p_code_hash, entry_code_misses = 0 where p.id = p_person;
$$;

create function read_password_link(p_link_hash bytea)
returns table (state link_state, email text, nits text[], names text[], id uuid, id_number text,
  id_number_sealed bytea, mobile text, mobile_sealed bytea, asks_code boolean)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: id_number, id_number_sealed, mobile, mobile_sealed
  select password_link_state(l, p), p.email, array(
    select v.nit from membership m join provider v on v.id = m.provider_id
    where m.person_id = p.id and m.removed_at is null),
    p.name || array(select v.legal_name from membership m join provider v on v.id = m.provider_id
    where m.person_id = p.id and m.removed_at is null),
    p.id, p.id_number, p.id_number_sealed, p.mobile, p.mobile_sealed, asks_entry_code(p)
  from mail_link l join person p on p.id = l.subject_id and p.disabled_at is null
  where l.token_hash = p_link_hash and l.purpose = 'password';
$$;

-- Sets a new password, closes every open session of the person, and queues an e-mail that says so. p_code_hash: that of
-- the code which somebody of the caja was told, who has no second factor yet. After five wrong ones none is right until
-- an administrator sends another invitation.
create function choose_password(
  p_link_hash bytea, p_password_hash text, p_event_key text, p_message_id text, p_content bytea, p_ip text,
  p_account_key text, p_code_hash bytea default null
) returns table (outcome account_outcome, person_id uuid, is_caja boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: p_code_hash, person_id
declare
  link mail_link;
  whose person;
begin
  select * into link from mail_link l where l.token_hash = p_link_hash and l.purpose = 'password' for update;
  select * into whose from person p where p.id = link.subject_id and p.disabled_at is null for no key update;
  if link.id is null or whose.id is null then
    return query select 'unknown'::account_outcome, null::uuid, false; return;
  end if;
  if password_link_state(link, whose) <> 'ok' then
    return query select password_link_state(link, whose)::account_outcome, null::uuid, false; return;
  end if;
  if asks_entry_code(whose) and not entry_code_holds(whose, p_code_hash) then
    update person p set entry_code_misses = least(p.entry_code_misses + 1, 5) where p.id = whose.id;
    if whose.entry_code_misses < 5 then
      perform audit_append(p_action => 'person.code_refused', p_actor => null, p_subject_kind => 'person',
        p_subject_id => whose.id::text, p_ip => p_ip);
    end if;
    return query select 'wrong_code'::account_outcome, null::uuid, false; return;
  end if;
  update person p set password_hash = p_password_hash, password_changed_at = now() where p.id = whose.id;
  update mail_link l set used_at = now() where l.id = link.id;
  perform close_sessions_of(whose.id);
  -- Clears the rate limits of failed sign-ins with the old password, and of links sent, since this one is used.
  delete from budget_counter c where (c.scope in ('signin.account', 'signin.opened', 'mail.password', 'mail.device')
      and c.key = p_account_key)
    or (c.scope = 'signin.pair' and starts_with(c.key, p_account_key || ':'));
  perform queue_mail(p_event_key, p_message_id, p_content);
  perform audit_append(p_action => 'password.chosen', p_actor => whose.id, p_subject_kind => 'person',
    p_subject_id => whose.id::text, p_ip => p_ip);
  return query select 'done'::account_outcome, whose.id, whose.caja_role is not null;
end $$;

-- Creates a person of the caja with a single-use link to set a password, valid for an hour, and the digest of the code
-- that it asks. An e-mail that is in use returns null and changes nothing.
create function create_caja_person(
  p_person uuid, p_email text, p_name text, p_role text, p_token_hash bytea, p_code_hash bytea
) returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: result
declare
  created_person uuid;
begin
  insert into person (id, email, name, caja_role, entry_code_hash)
  values (p_person, p_email, p_name, p_role, p_code_hash)
  on conflict do nothing returning id into created_person;
  if created_person is null then return null; end if;
  insert into mail_link (purpose, subject_id, token_hash, expires_at)
  values ('password', created_person, p_token_hash, now() + console_link_window());
  perform audit_append(p_action => 'person.created', p_actor => created_person, p_subject_kind => 'person',
    p_subject_id => created_person::text, p_channel => 'console', p_detail => jsonb_build_object('role', p_role));
  return created_person;
end $$;

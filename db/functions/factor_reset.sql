-- Another second factor for somebody who lost all of theirs. Guards against: a mailbox or a password that is enough, an
-- administrator who does it at once and unseen, and codes that are guessed.

-- How long a reset waits before it holds, so that the person can object: the caja's own setting, an hour at first.
create function factor_reset_wait() returns interval language sql stable security definer
set search_path = public, pg_temp as $$
  select make_interval(mins => coalesce((select c.factor_reset_minutes from caja_profile c), 60));
$$;

-- An administrator sets it, within the bounds of the table. Resets that were asked for before keep theirs.
create function save_factor_wait(p_actor uuid, p_version text, p_minutes int, p_ip text) returns caja_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not may(p_actor, 'people.manage') then return 'not_allowed'; end if;
  update caja_profile c set factor_reset_minutes = p_minutes, updated_at = clock_timestamp(), updated_by = p_actor
  where caja_version(c.updated_at) = p_version;
  if not found then return 'changed'; end if;
  perform audit_append(p_action => 'caja.edited', p_actor => p_actor, p_subject_kind => 'caja', p_subject_id => '1',
    p_ip => p_ip, p_detail => jsonb_build_object('fields', 'factor_reset_minutes', 'minutes', p_minutes));
  return 'done';
end $$;

-- Who of a provider has a second factor to lose, for whoever manages people: they show their document at the caja.
create function list_factor_holders(p_actor uuid, p_provider uuid)
returns table (person_id uuid, name text, email text, role provider_role)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not may(p_actor, 'people.manage') then return; end if;
  return query
    select p.id, p.name, p.email, m.role::provider_role from membership m join person p on p.id = m.person_id
    where m.provider_id = p_provider and m.removed_at is null and has_factor(p.id)
    order by plain_words(p.name), p.id;
end $$;

-- Another administrator allows it, for a reason: to somebody of the caja, or of a provider who has a factor. It holds
-- after a while in which the person, who is told by mail, can object; its code is handed over in person.
create function request_factor_reset(
  p_actor uuid, p_person uuid, p_reset uuid, p_reason text, p_code_hash bytea, p_objection_hash bytea, p_mails jsonb,
  p_ip text
) returns caja_people_outcome language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not lock_caja_people(p_actor) then return 'not_allowed'; end if;
  if p_person = p_actor then return 'own_access'; end if;
  perform 1 from person p where p.id = p_person and p.disabled_at is null
    and (p.caja_role is not null or has_factor(p.id) and exists (
      select from membership m where m.person_id = p.id and m.removed_at is null))
  for no key update;
  if not found then return 'not_found'; end if;
  update factor_reset r set ended_at = now()
  where r.person_id = p_person and r.ended_at is null and r.used_at is null and now() >= r.expires_at;
  insert into factor_reset (id, person_id, requested_by, reason, effective_at, expires_at, code_hash, objection_hash)
  values (p_reset, p_person, p_actor, p_reason, now() + factor_reset_wait(),
    now() + factor_reset_wait() + factor_reset_window(), p_code_hash, p_objection_hash)
  on conflict (person_id) where ended_at is null and used_at is null do nothing;
  if not found then return 'changed'; end if;
  perform queue_mails(p_mails);
  perform audit_append(p_action => 'factor.reset_requested', p_actor => p_actor, p_subject_kind => 'person',
    p_subject_id => p_person::text, p_ip => p_ip, p_detail => jsonb_build_object('reason', p_reason));
  return 'done';
end $$;

-- Withdraws the reset that was shown (p_reset): another one that somebody allowed since then stays. Processes of before
-- do not say which.
create function withdraw_factor_reset(
  p_actor uuid, p_person uuid, p_ip text, p_reset uuid default null
) returns caja_people_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not lock_caja_people(p_actor) then return 'not_allowed'; end if;
  update factor_reset r set ended_at = now()
  where r.person_id = p_person and r.ended_at is null and r.used_at is null and r.id = coalesce(p_reset, r.id);
  if not found then return 'changed'; end if;
  perform audit_append(p_action => 'factor.reset_withdrawn', p_actor => p_actor, p_subject_kind => 'person',
    p_subject_id => p_person::text, p_ip => p_ip);
  return 'done';
end $$;

-- The reset of this person that is open, for whoever manages people.
create function read_factor_reset(p_actor uuid, p_person uuid)
returns table (reset_id uuid, requested_by text, requested_at timestamptz, effective_at timestamptz,
  expires_at timestamptz, reason text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: requested_by
begin
  if not may(p_actor, 'people.manage') then return; end if;
  return query
    select r.id, a.name, r.requested_at, r.effective_at, r.expires_at, r.reason
    from factor_reset r left join person a on a.id = r.requested_by
    where r.person_id = p_person and r.ended_at is null and r.used_at is null and now() < r.expires_at;
end $$;

-- The person, or whoever reads their mail, says that it was not they who asked: nothing is reset. That closes only.
create function object_to_factor_reset(p_objection_hash bytea, p_ip text) returns factor_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  whose uuid;
begin
  update factor_reset r set ended_at = now()
  where r.objection_hash = p_objection_hash and r.ended_at is null and r.used_at is null and now() < r.expires_at
  returning r.person_id into whose;
  if whose is null then return 'gone'; end if;
  perform audit_append(p_action => 'factor.reset_objected', p_actor => whose, p_subject_kind => 'person',
    p_subject_id => whose::text, p_ip => p_ip);
  return 'done';
end $$;

-- The code that was handed over, typed after the password: every factor and paper code of before ends, and this
-- session enrols another one. The fifth wrong code ends the reset.
create function use_factor_reset(p_token_hash bytea, p_code_hash bytea, p_ip text) returns factor_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own session := factor_session(p_token_hash);
  found_reset factor_reset;
begin
  if own.id is null or not waits_for_factor(own) then return 'not_allowed'; end if;
  select * into found_reset from factor_reset r
  where r.person_id = own.person_id and r.ended_at is null and r.used_at is null and r.effective_at <= now()
    and now() < r.expires_at
  for update;
  if found_reset.id is null then return 'gone'; end if;
  if found_reset.code_hash <> p_code_hash then
    update factor_reset r set code_misses = r.code_misses + 1,
      ended_at = case when r.code_misses >= 4 then now() end
    where r.id = found_reset.id;
    perform audit_append(p_action => 'factor.refused', p_actor => own.person_id, p_subject_kind => 'person',
      p_subject_id => own.person_id::text, p_ip => p_ip);
    return 'used';
  end if;
  update factor_reset r set used_at = now() where r.id = found_reset.id;
  perform end_factors_of(own.person_id);
  update session set revoked_at = now()
  where person_id = own.person_id and id <> own.id and revoked_at is null;
  update session set may_enrol = true where id = own.id;
  perform audit_append(p_action => 'factor.reset', p_actor => own.person_id, p_subject_kind => 'person',
    p_subject_id => own.person_id::text, p_ip => p_ip);
  return 'done';
end $$;

create function end_factors_of(p_person uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update factor set ended_at = now(), secret = null, public_key = null where person_id = p_person and ended_at is null;
  update paper_code_set set ended_at = now() where person_id = p_person and ended_at is null;
$$;

-- For the last administrator, on the server alone: a link to choose a password and a code to enrol, both for an hour.
-- Every factor and session of before ends now. Answers whether the link asks for the code of p_entry_hash too, which is
-- so while no factor was ever confirmed; no row for nobody.
create function recover_administrator(
  p_person uuid, p_reset uuid, p_code_hash bytea, p_link_hash bytea, p_entry_hash bytea
) returns table (asks_code boolean) language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: at most one row
declare
  whose person;
begin
  select * into whose from person p where p.id = p_person and may(p.id, 'people.manage') for no key update;
  if whose.id is null then return; end if;
  update factor_reset r set ended_at = now() where r.person_id = whose.id and r.ended_at is null and r.used_at is null;
  perform end_factors_of(whose.id);
  perform close_sessions_of(whose.id);
  perform give_entry_code(whose.id, p_entry_hash);
  insert into factor_reset (id, person_id, reason, effective_at, expires_at, code_hash)
  values (p_reset, whose.id, 'admin:recover', now(), now() + console_link_window(), p_code_hash);
  update mail_link set superseded_at = now()
  where purpose = 'password' and subject_id = whose.id and used_at is null and superseded_at is null;
  insert into mail_link (purpose, subject_id, token_hash, expires_at)
  values ('password', whose.id, p_link_hash, now() + console_link_window());
  perform audit_append(p_action => 'factor.recovered', p_actor => null, p_subject_kind => 'person',
    p_subject_id => whose.id::text, p_channel => 'console');
  return query select asks_entry_code(whose);
end $$;

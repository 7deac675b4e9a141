-- Codes of an application (TOTP) and codes on paper. Guards against: a code that is accepted twice, also at the same
-- moment, and a clock other than the database's.

-- The time step of now (RFC 6238, 30 seconds).
create function totp_step() returns bigint language sql stable as $$
  select floor(extract(epoch from now()) / totp_step_seconds())::bigint;
$$;

-- Keeps a new secret until its first code proves it. One that is not old is kept, so that a page that is opened again
-- shows the secret that was scanned.
create function begin_totp(p_token_hash bytea, p_factor uuid, p_secret bytea) returns factor_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own session := factor_session(p_token_hash);
  kept factor;
begin
  if own.id is null then return 'not_allowed'; end if;
  if not may_enrol_factor(own) then return 'unproven'; end if;
  perform 1 from person p where p.id = own.person_id for no key update;
  select * into kept from factor f where f.person_id = own.person_id and f.kind = 'totp' and f.ended_at is null;
  if kept.confirmed_at is not null then return 'gone'; end if;
  if kept.created_at > now() - pending_factor_window() then return 'done'; end if;
  update factor set ended_at = now(), secret = null where id = kept.id;
  insert into factor (id, person_id, kind, secret) values (p_factor, own.person_id, 'totp', p_secret);
  return 'done';
end $$;

-- The secret that waits for its first code, for whoever may enrol it.
create function read_pending_totp(p_token_hash bytea)
returns table (factor_id uuid, secret bytea, step bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: at most one row
declare
  own session := factor_session(p_token_hash);
begin
  if own.id is null or not may_enrol_factor(own) then return; end if;
  return query select f.id, f.secret, totp_step() from factor f
    where f.person_id = own.person_id and f.kind = 'totp' and f.confirmed_at is null and f.ended_at is null
      and f.created_at > now() - pending_factor_window();
end $$;

-- The first code of a new secret was right: from now on the person has this factor.
create function confirm_totp(
  p_token_hash bytea, p_new_hash bytea, p_factor uuid, p_step bigint, p_mails jsonb, p_ip text
) returns factor_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own session := factor_session(p_token_hash);
begin
  if own.id is null then return 'not_allowed'; end if;
  if not may_enrol_factor(own) then return 'unproven'; end if;
  update factor f set confirmed_at = now(), last_step = p_step, last_used_at = now()
  where f.id = p_factor and f.person_id = own.person_id and f.kind = 'totp' and f.confirmed_at is null
    and f.ended_at is null and abs(p_step - totp_step()) <= 1;
  if not found then return 'gone'; end if;
  perform queue_mails(p_mails);
  perform audit_append(p_action => 'factor.added', p_actor => own.person_id, p_subject_kind => 'person',
    p_subject_id => own.person_id::text, p_ip => p_ip, p_detail => jsonb_build_object('kind', 'totp'));
  perform prove_session(own, p_new_hash, 'totp', p_ip);
  return 'done';
end $$;

-- What a typed code is compared with: the sealed secret, and the present step by the database's clock.
create function read_totp(p_token_hash bytea)
returns table (factor_id uuid, secret bytea, step bigint, last_step bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: last_step
declare
  own session := factor_session(p_token_hash);
begin
  return query select f.id, f.secret, totp_step(), f.last_step from factor f
    where f.person_id = own.person_id and f.kind = 'totp' and f.confirmed_at is not null and f.ended_at is null;
end $$;

-- A code was right: its step and all earlier ones are spent. Of two with the same code one is done.
create function pass_totp(p_token_hash bytea, p_new_hash bytea, p_factor uuid, p_step bigint, p_ip text)
returns factor_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own session := factor_session(p_token_hash);
begin
  if own.id is null then return 'not_allowed'; end if;
  update factor f set last_step = p_step, last_used_at = now()
  where f.id = p_factor and f.person_id = own.person_id and f.kind = 'totp' and f.confirmed_at is not null
    and f.ended_at is null and (f.last_step is null or f.last_step < p_step) and abs(p_step - totp_step()) <= 1;
  if not found then return 'used'; end if;
  perform prove_session(own, p_new_hash, 'totp', p_ip);
  return 'done';
end $$;

-- New paper codes; the earlier ones end.
create function make_paper_codes(
  p_token_hash bytea, p_set uuid, p_salt bytea, p_hashes bytea[], p_mails jsonb, p_ip text
) returns factor_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own session := factor_session(p_token_hash);
begin
  if own.id is null or waits_for_factor(own) or not has_factor(own.person_id) then return 'not_allowed'; end if;
  if not is_proven(own) then return 'unproven'; end if;
  perform 1 from person p where p.id = own.person_id for no key update;
  update paper_code_set set ended_at = now() where person_id = own.person_id and ended_at is null;
  insert into paper_code_set (id, person_id, salt) values (p_set, own.person_id, p_salt);
  insert into paper_code (set_id, code_hash) select p_set, h from unnest(p_hashes) h;
  perform queue_mails(p_mails);
  perform audit_append(p_action => 'factor.codes_made', p_actor => own.person_id, p_subject_kind => 'person',
    p_subject_id => own.person_id::text, p_ip => p_ip);
  return 'done';
end $$;

-- The salt with which a typed paper code is hashed.
create function read_paper_salt(p_token_hash bytea) returns table (set_id uuid, salt bytea)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: at most one row
declare
  own session := factor_session(p_token_hash);
begin
  return query select s.id, s.salt from paper_code_set s where s.person_id = own.person_id and s.ended_at is null;
end $$;

-- Spends a paper code, once.
create function pass_paper_code(p_token_hash bytea, p_new_hash bytea, p_set uuid, p_code_hash bytea, p_ip text)
returns factor_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own session := factor_session(p_token_hash);
begin
  if own.id is null then return 'not_allowed'; end if;
  update paper_code c set used_at = now() from paper_code_set s
  where s.id = p_set and s.person_id = own.person_id and s.ended_at is null and c.set_id = s.id
    and c.code_hash = p_code_hash and c.used_at is null;
  if not found then return 'gone'; end if;
  perform prove_session(own, p_new_hash, 'paper', p_ip);
  return 'done';
end $$;

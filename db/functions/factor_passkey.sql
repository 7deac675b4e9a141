-- Passkeys. Guards against: an answer that is sent twice or to another session, a copied key whose counter went
-- back, and a key that is enrolled with the password alone.

-- Whether this person has as many passkeys as one may have.
create function has_most_passkeys(p_person uuid) returns boolean language sql stable as $$
  select count(*) >= most_passkeys() from factor f where f.person_id = p_person and f.kind = 'passkey'
    and (f.ended_at is null or f.created_at > now() - passkeys_window());
$$;

-- The challenge that a passkey of this session signs next. A new one takes the place of the earlier one. None for a new
-- passkey that would be refused: the key would keep it all the same.
create function begin_challenge(p_token_hash bytea, p_challenge bytea, p_enrols boolean default false)
returns factor_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own session := factor_session(p_token_hash);
begin
  if own.id is null then return 'not_allowed'; end if;
  if p_enrols and has_most_passkeys(own.person_id) then return 'full'; end if;
  update session set challenge = p_challenge, challenge_until = now() + challenge_window() where id = own.id;
  return 'done';
end $$;

-- The challenge of this session, once; null when there is none or it is too old.
create function take_challenge(p_token_hash bytea) returns bytea
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: result
declare
  own session := factor_session(p_token_hash);
begin
  update session set challenge = null where id = own.id;
  if own.challenge_until > now() then return own.challenge; end if;
  return null;
end $$;

-- The passkeys of the session's person, by which an answer is verified.
create function list_passkeys(p_token_hash bytea)
returns table (factor_id uuid, credential_id text, public_key bytea, counter bigint, transports text[])
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own session := factor_session(p_token_hash);
begin
  return query select f.id, f.credential_id, f.public_key, f.counter, coalesce(f.transports, '{}') from factor f
    where f.person_id = own.person_id and f.kind = 'passkey' and f.ended_at is null
    order by f.created_at, f.id;
end $$;

-- Adds a passkey whose answer was verified; the session is proven by it.
create function add_passkey(
  p_token_hash bytea, p_new_hash bytea, p_factor uuid, p_name text, p_credential_id text, p_public_key bytea,
  p_counter bigint, p_transports text[], p_mails jsonb, p_ip text
) returns factor_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own session := factor_session(p_token_hash);
begin
  if own.id is null then return 'not_allowed'; end if;
  if not may_enrol_factor(own) then return 'unproven'; end if;
  perform 1 from person p where p.id = own.person_id for no key update;
  if has_most_passkeys(own.person_id) then return 'full'; end if;
  insert into factor (id, person_id, kind, name, confirmed_at, last_used_at, credential_id, public_key, counter,
    transports)
  values (p_factor, own.person_id, 'passkey', p_name, now(), now(), p_credential_id, p_public_key, p_counter,
    p_transports)
  on conflict (credential_id) where ended_at is null do nothing;
  if not found then return 'used'; end if;
  perform queue_mails(p_mails);
  perform audit_append(p_action => 'factor.added', p_actor => own.person_id, p_subject_kind => 'person',
    p_subject_id => own.person_id::text, p_ip => p_ip, p_detail => jsonb_build_object('kind', 'passkey'));
  perform prove_session(own, p_new_hash, 'passkey', p_ip);
  return 'done';
end $$;

-- A passkey's answer was verified. Its counter has gone up, unless the key counts nothing.
create function pass_passkey(p_token_hash bytea, p_new_hash bytea, p_factor uuid, p_counter bigint, p_ip text)
returns factor_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own session := factor_session(p_token_hash);
begin
  if own.id is null then return 'not_allowed'; end if;
  update factor f set counter = p_counter, last_used_at = now()
  where f.id = p_factor and f.person_id = own.person_id and f.kind = 'passkey' and f.ended_at is null
    and (f.counter < p_counter or (f.counter = 0 and p_counter = 0));
  if not found then return 'gone'; end if;
  perform prove_session(own, p_new_hash, 'passkey', p_ip);
  return 'done';
end $$;

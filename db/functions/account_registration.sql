-- A company registers itself. Guards against: personal data stored before the consent, a registration with somebody
-- else's e-mail, and unlimited e-mails to that address.

-- The consent comes first: nothing is stored before this row. Giving it again replaces its content and time.
create function authorise_registration(
  p_id uuid, p_token_hash bytea, p_policy int, p_purposes text[], p_ip text, p_user_agent text,
  p_language text, p_seconds int
) returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: result
declare
  registration_id uuid;
begin
  insert into registration as r (id, token_hash, policy_id, purposes, consent_ip, consent_user_agent, language,
                                 expires_at)
  values (p_id, p_token_hash, p_policy, p_purposes, p_ip, p_user_agent, p_language,
          now() + make_interval(secs => p_seconds))
  on conflict (token_hash) do update
    set policy_id = excluded.policy_id, purposes = excluded.purposes, consented_at = now(),
        consent_ip = excluded.consent_ip, consent_user_agent = excluded.consent_user_agent,
        language = excluded.language, expires_at = excluded.expires_at
    where r.completed_at is null
  returning r.id into registration_id;
  if registration_id is null then return null; end if;
  perform audit_append(p_action => 'registration.authorised', p_actor => null, p_subject_kind => 'registration',
    p_subject_id => registration_id::text, p_ip => p_ip, p_detail => jsonb_build_object('policy', p_policy,
    'purposes', p_purposes));
  return registration_id;
end $$;

create function read_registration(p_token_hash bytea)
returns table (id uuid, purposes text[], language text, answers bytea, submitted_at timestamptz, completed boolean)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: answers, submitted_at
  select r.id, r.purposes, r.language, r.answers, r.submitted_at, r.completed_at is not null
  from registration r where r.token_hash = p_token_hash and now() < r.expires_at;
$$;

-- 'closed': the registration is finished or expired. 'waiting': rate limit. 'just_sent': the e-mail was sent a moment
-- ago.
create domain registration_outcome as text check (value in ('done', 'closed', 'waiting', 'just_sent'));

-- A link proves the address that it was sent to, so new data invalidate the links of the old ones.
create function answer_registration(p_token_hash bytea, p_answers bytea) returns registration_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  registration_id uuid;
begin
  update registration set answers = p_answers, submitted_at = null
  where token_hash = p_token_hash and completed_at is null and now() < expires_at
  returning id into registration_id;
  if registration_id is null then return 'closed'; end if;
  update mail_link set superseded_at = now()
  where purpose = 'confirm' and subject_id = registration_id and used_at is null and superseded_at is null;
  return 'done';
end $$;

-- Whether the NIT belongs to an approved provider.
create function nit_has_owner(p_nit text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from provider v where v.nit = p_nit and v.approved_at is not null);
$$;

-- Whether this e-mail has an active account. A removed person may register again.
create function email_may_enter(p_email text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from person p where lower(p.email) = lower(p_email) and (
      p.disabled_at is not null or p.caja_role is not null
      or exists (select 1 from membership m where m.person_id = p.id and m.removed_at is null)));
$$;

-- Sends the e-mail that confirms the address, the first time or again. A known address gets another text in the same
-- way; its link adds the company to that account. An address that may join no provider gets one without a link;
-- processes of the previous version send the other, with a link that does nothing. 'just_sent' and 'waiting' say
-- until when. Once the address has got enough e-mails, none is sent and the answer stays the same: any link in that
-- mailbox confirms this registration in the browser where it was typed.
create function send_confirmation(
  p_registration uuid, p_answers bytea, p_email text, p_link_hash bytea, p_link_seconds int, p_pause_seconds int,
  p_event_key text, p_message_id text, p_content bytea, p_content_known bytea, p_budgets jsonb, p_ip text,
  p_address_key text default null, p_address_budgets jsonb default '[]', p_content_barred bytea default null
) returns table (outcome registration_outcome, wait_until timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: wait_until
declare
  r registration;
  spent_until timestamptz;
  may_join boolean := email_may_join(p_email);
  is_enough boolean;
begin
  select * into r from registration
  where id = p_registration and completed_at is null and now() < expires_at and answers = p_answers
  for update;
  if r.id is null then return query select 'closed'::registration_outcome, null::timestamptz; return; end if;
  if r.submitted_at > now() - make_interval(secs => p_pause_seconds) then
    return query select 'just_sent'::registration_outcome, r.submitted_at + make_interval(secs => p_pause_seconds);
    return;
  end if;
  spent_until := budget_spend(p_budgets);
  if spent_until is not null then
    return query select 'waiting'::registration_outcome, spent_until;
    return;
  end if;

  is_enough := budget_spend(p_address_budgets) is not null;
  if not is_enough then
    perform new_mail_link('confirm', r.id, p_link_hash, p_link_seconds);
    update mail_link
    set address_key = p_address_key, superseded_at = case when not may_join then now() end
    where token_hash = p_link_hash;
    perform queue_mail(p_event_key, p_message_id, case
      when not may_join then coalesce(p_content_barred, p_content_known)
      when email_may_enter(p_email) then p_content_known
      else p_content end);
  end if;
  -- Kept longer than the link, so that an expired link can be sent again.
  update registration
  set submitted_at = now(), expires_at = now() + make_interval(secs => p_link_seconds) + unconfirmed_window()
  where id = r.id;
  perform audit_append(p_action => 'registration.submitted', p_actor => null, p_subject_kind => 'registration',
    p_subject_id => r.id::text, p_ip => p_ip);
  return query select 'done'::registration_outcome, null::timestamptz;
end $$;

-- A link that was sent to this address and is neither used nor expired, for whichever registration.
create function proves_address(p_link mail_link, p_address_key text) returns boolean language sql stable as $$
  select coalesce(p_link.address_key = p_address_key and p_link.used_at is null and now() < p_link.expires_at, false);
$$;

-- Data of the confirmation page: the link's state, the registration that it confirms, and the address that it proves
-- while valid.
create function read_confirmation(p_link_hash bytea)
returns table (state link_state, registration_id uuid, language text, answers bytea, proven_key text)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: answers, proven_key
  select mail_link_state(l), r.id, r.language, r.answers,
    case when proves_address(l, l.address_key) then l.address_key end
  from mail_link l join registration r on r.id = l.subject_id
  where l.token_hash = p_link_hash and l.purpose = 'confirm';
$$;

-- Turns a registration into person, provider, membership and consent. The registration is the link's own, or the
-- browser's (p_registration) if the link was sent to its address. A person with an account who has just given its
-- password (p_known_person) keeps it and owns another company.
create function confirm_registration(
  p_link_hash bytea, p_answers bytea, p_password_hash text,
  p_email text, p_name text, p_id_kind text, p_id_number text, p_mobile text,
  p_nit text, p_check_digit int, p_legal_name text, p_municipality text, p_address text, p_phone text, p_ip text,
  p_registration uuid default null, p_address_key text default null, p_known_person uuid default null,
  p_sealed jsonb default null
) returns table (outcome account_outcome, person_id uuid, provider_id uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: p_password_hash, p_id_number, p_mobile, person_id, provider_id
declare
  link mail_link;
  r registration;
  by_address boolean;
  new_person uuid;
  new_provider uuid;
begin
  -- Locks the registration's row first, as submitting and saving do, to avoid deadlocks.
  select g.* into r from registration g
  where g.id = coalesce(p_registration, (
    select l.subject_id from mail_link l where l.token_hash = p_link_hash and l.purpose = 'confirm')) for update;
  select * into link from mail_link l where l.token_hash = p_link_hash and l.purpose = 'confirm' for update;
  by_address := p_registration is not null and proves_address(link, p_address_key);
  if link.id is null or r.id is null or not by_address and link.subject_id <> r.id then
    return query select 'unknown'::account_outcome, null::uuid, null::uuid; return;
  end if;
  if not by_address and mail_link_state(link) <> 'ok' then
    return query select mail_link_state(link)::account_outcome, null::uuid, null::uuid; return;
  end if;
  if r.completed_at is not null or r.submitted_at is null or r.answers is distinct from p_answers then
    return query select 'superseded'::account_outcome, null::uuid, null::uuid; return;
  end if;
  if exists (select 1 from provider v where v.nit = p_nit and v.approved_at is not null) then
    return query select 'nit_has_owner'::account_outcome, null::uuid, null::uuid; return;
  end if;
  new_person := case when p_known_person is null
    then enrol_person(p_email => p_email, p_name => p_name, p_id_kind => p_id_kind, p_id_number => p_id_number,
      p_mobile => p_mobile, p_password_hash => p_password_hash, p_sealed => p_sealed)
    else known_member(p_known_person, p_email) end;
  -- A company is registered once: an earlier registration is waiting for the caja already.
  if exists (select from membership m join provider v on v.id = m.provider_id
    where m.person_id = new_person and m.removed_at is null and v.nit = p_nit)
  then return query select 'nit_has_owner'::account_outcome, null::uuid, null::uuid; return; end if;
  if new_person is null then
    return query select 'email_taken'::account_outcome, null::uuid, null::uuid; return;
  end if;

  insert into provider (nit, check_digit, legal_name, municipality, address, phone)
  values (p_nit, p_check_digit, p_legal_name, p_municipality, p_address, p_phone) returning id into new_provider;
  insert into membership (person_id, provider_id, role) values (new_person, new_provider, 'owner');
  insert into consent (person_id, policy_id, purposes, consented_at, ip, user_agent, language)
  values (new_person, r.policy_id, r.purposes, r.consented_at, r.consent_ip, r.consent_user_agent, r.language);
  update mail_link set used_at = now() where id = link.id;
  update registration set completed_at = now(), answers = null where id = r.id;
  perform audit_append(p_action => 'account.created', p_actor => new_person, p_provider => new_provider,
    p_subject_kind => 'provider', p_subject_id => new_provider::text, p_ip => p_ip);
  return query select 'done'::account_outcome, new_person, new_provider;
end $$;

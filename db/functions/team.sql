-- The people who work for a provider.
create domain provider_role as text check (value in ('owner', 'clerk', 'viewer'));
create domain team_outcome as text
  check (value in ('done', 'not_allowed', 'team_not_approved', 'email_taken', 'already_invited', 'waiting',
    'member_not_found', 'last_owner'));

-- Everything here takes the provider's row lock first, so that what two owners do at once happens in turn.
create function lock_team(p_provider uuid, p_actor uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from provider v where v.id = p_provider for update;
  return may_for(p_actor, p_provider, 'team.manage');
end $$;

-- A letter carries the names that the company gave itself and the person. Before the caja has approved the company
-- once, nobody has looked at them, and no letter of the caja's carries them to a stranger.
create function may_send_emails(p_provider uuid) returns boolean language sql stable as $$
  select exists (select from provider v where v.id = p_provider and v.approved_at is not null);
$$;

-- An e-mail with an account elsewhere gets another letter and no link, and the owner sees the same as always.
create function invite_member(
  p_invitation uuid, p_provider uuid, p_actor uuid, p_email text, p_name text, p_role text,
  p_link_hash bytea, p_link_seconds int, p_event_key text, p_message_id text,
  p_content bytea, p_content_known bytea, p_budgets jsonb, p_ip text
) returns table (outcome team_outcome, wait_until timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: wait_until
declare
  spent_until timestamptz;
begin
  if not lock_team(p_provider, p_actor) then
    return query select 'not_allowed'::team_outcome, null::timestamptz; return;
  end if;
  if not may_send_emails(p_provider) then
    return query select 'team_not_approved'::team_outcome, null::timestamptz; return;
  end if;
  if exists (
    select 1 from membership m join person p on p.id = m.person_id
    where m.provider_id = p_provider and m.removed_at is null and lower(p.email) = lower(p_email)
  ) then return query select 'email_taken'::team_outcome, null::timestamptz; return; end if;
  if exists (
    select 1 from invitation i where i.provider_id = p_provider and lower(i.email) = lower(p_email)
      and i.accepted_at is null and i.cancelled_at is null
  ) then return query select 'already_invited'::team_outcome, null::timestamptz; return; end if;
  spent_until := budget_spend(p_budgets);
  if spent_until is not null then return query select 'waiting'::team_outcome, spent_until; return; end if;

  insert into invitation (id, provider_id, email, name, role, invited_by)
  values (p_invitation, p_provider, p_email, p_name, p_role, p_actor);
  perform send_invitation(p_invitation => p_invitation, p_email => p_email, p_link_hash => p_link_hash,
    p_link_seconds => p_link_seconds, p_event_key => p_event_key, p_message_id => p_message_id,
    p_content => p_content, p_content_known => p_content_known);
  perform audit_append(p_action => 'member.invited', p_actor => p_actor, p_provider => p_provider,
    p_subject_kind => 'invitation', p_subject_id => p_invitation::text, p_ip => p_ip,
    p_detail => jsonb_build_object('role', p_role));
  return query select 'done'::team_outcome, null::timestamptz;
end $$;

create function send_invitation(
  p_invitation uuid, p_email text, p_link_hash bytea, p_link_seconds int, p_event_key text, p_message_id text,
  p_content bytea, p_content_known bytea
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if email_may_enter(p_email) then
    perform queue_mail(p_event_key, p_message_id, p_content_known);
  else
    perform new_mail_link('invite', p_invitation, p_link_hash, p_link_seconds);
    perform queue_mail(p_event_key, p_message_id, p_content);
  end if;
end $$;

create function resend_invitation(
  p_invitation uuid, p_provider uuid, p_actor uuid, p_email text, p_link_hash bytea, p_link_seconds int,
  p_event_key text, p_message_id text, p_content bytea, p_content_known bytea, p_budgets jsonb, p_ip text
) returns table (outcome team_outcome, wait_until timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: wait_until
declare
  spent_until timestamptz;
begin
  if not lock_team(p_provider, p_actor) then
    return query select 'not_allowed'::team_outcome, null::timestamptz; return;
  end if;
  if not may_send_emails(p_provider) then
    return query select 'team_not_approved'::team_outcome, null::timestamptz; return;
  end if;
  perform 1 from invitation i where i.id = p_invitation and i.provider_id = p_provider
    and i.accepted_at is null and i.cancelled_at is null and i.email = p_email for update;
  if not found then return query select 'member_not_found'::team_outcome, null::timestamptz; return; end if;
  spent_until := budget_spend(p_budgets);
  if spent_until is not null then return query select 'waiting'::team_outcome, spent_until; return; end if;
  perform send_invitation(p_invitation => p_invitation, p_email => p_email, p_link_hash => p_link_hash,
    p_link_seconds => p_link_seconds, p_event_key => p_event_key, p_message_id => p_message_id,
    p_content => p_content, p_content_known => p_content_known);
  perform audit_append(p_action => 'invitation.resent', p_actor => p_actor, p_provider => p_provider,
    p_subject_kind => 'invitation', p_subject_id => p_invitation::text, p_ip => p_ip);
  return query select 'done'::team_outcome, null::timestamptz;
end $$;

create function cancel_invitation(p_invitation uuid, p_provider uuid, p_actor uuid, p_ip text)
returns team_outcome language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not lock_team(p_provider, p_actor) then return 'not_allowed'; end if;
  update invitation set cancelled_at = now()
  where id = p_invitation and provider_id = p_provider and accepted_at is null and cancelled_at is null;
  if not found then return 'member_not_found'; end if;
  update mail_link set superseded_at = now()
  where purpose = 'invite' and subject_id = p_invitation and used_at is null and superseded_at is null;
  perform audit_append(p_action => 'invitation.cancelled', p_actor => p_actor, p_provider => p_provider,
    p_subject_kind => 'invitation', p_subject_id => p_invitation::text, p_ip => p_ip);
  return 'done';
end $$;

-- A team always keeps one owner, also when its last two remove each other at once.
create function remove_member(p_provider uuid, p_actor uuid, p_person uuid, p_ip text) returns team_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone membership;
begin
  if not lock_team(p_provider, p_actor) then return 'not_allowed'; end if;
  select * into gone from membership m
  where m.provider_id = p_provider and m.person_id = p_person and m.removed_at is null;
  if gone.id is null then return 'member_not_found'; end if;
  if gone.role = 'owner' and not exists (
    select 1 from membership m join person p on p.id = m.person_id and p.disabled_at is null
    where m.provider_id = p_provider and m.removed_at is null and m.role = 'owner' and m.person_id <> p_person
  ) then return 'last_owner'; end if;
  update membership set removed_at = now(), removed_by = p_actor where id = gone.id;
  perform close_sessions_of(p_person);
  perform audit_append(p_action => 'member.removed', p_actor => p_actor, p_provider => p_provider,
    p_subject_kind => 'person', p_subject_id => p_person::text, p_ip => p_ip, p_detail => jsonb_build_object('role',
    gone.role));
  return 'done';
end $$;

create function read_invitation(p_link_hash bytea)
returns table (
  state link_state, email text, name text, role provider_role, provider_name text, nit text, invited_by text
)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row
  select case
      when i.accepted_at is not null then 'used'
      when i.cancelled_at is not null then 'cancelled'
      else mail_link_state(l) end,
    i.email, i.name, i.role, v.legal_name, v.nit, p.name
  from mail_link l
  join invitation i on i.id = l.subject_id
  join provider v on v.id = i.provider_id
  join person p on p.id = i.invited_by
  where l.token_hash = p_link_hash and l.purpose = 'invite';
$$;

create function accept_invitation(
  p_link_hash bytea, p_name text, p_password_hash text, p_policy int, p_purposes text[],
  p_ip text, p_user_agent text, p_language text
) returns table (outcome account_outcome, person_id uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: person_id
declare
  link mail_link;
  i invitation;
  new_person uuid;
begin
  -- The same order of locks as the owner's functions: team, invitation, link.
  perform 1 from provider v join invitation n on n.provider_id = v.id join mail_link l on l.subject_id = n.id
  where l.token_hash = p_link_hash and l.purpose = 'invite' for update of v;
  select * into link from mail_link l where l.token_hash = p_link_hash and l.purpose = 'invite' for update;
  if link.id is null then return query select 'unknown'::account_outcome, null::uuid; return; end if;
  select * into i from invitation n where n.id = link.subject_id for update;
  if mail_link_state(link) <> 'ok' or i.accepted_at is not null or i.cancelled_at is not null then
    return query select case when i.cancelled_at is not null then 'cancelled'
      when i.accepted_at is not null then 'used' else mail_link_state(link) end::account_outcome, null::uuid;
    return;
  end if;
  new_person := enrol_person(i.email, p_name, null, null, null, p_password_hash);
  if new_person is null then
    return query select 'email_taken'::account_outcome, null::uuid; return;
  end if;
  insert into membership (person_id, provider_id, role) values (new_person, i.provider_id, i.role);
  insert into consent (person_id, policy_id, purposes, consented_at, ip, user_agent, language)
  values (new_person, p_policy, p_purposes, now(), p_ip, p_user_agent, p_language);
  update invitation n set accepted_at = now() where n.id = i.id;
  update mail_link l set used_at = now() where l.id = link.id;
  perform audit_append(p_action => 'member.joined', p_actor => new_person, p_provider => i.provider_id,
    p_subject_kind => 'person', p_subject_id => new_person::text, p_ip => p_ip, p_detail => jsonb_build_object('role',
    i.role));
  return query select 'done'::account_outcome, new_person;
end $$;

-- Invitations to a team. Guards against: learning from an invitation whether an e-mail has an account, a link that is
-- accepted twice or by another person, and e-mails for a company that nobody has checked.

-- An e-mail contains the names of company and person as typed. Until the caja has approved the company once, nobody
-- has checked them, so they are not e-mailed to strangers.
create function may_send_emails(p_provider uuid) returns boolean language sql stable as $$
  select exists (select from provider v where v.id = p_provider and v.approved_at is not null);
$$;

-- What keeps this owner from sending an invitation, or null. Locks the team, so that what is checked next holds.
create function invitation_refusal(p_provider uuid, p_actor uuid) returns team_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not lock_team(p_provider, p_actor) then return 'not_allowed'; end if;
  if not may_send_emails(p_provider) then return 'team_not_approved'; end if;
  return null;
end $$;

-- The owner sees the same outcome whether the e-mail has no account, one at other providers, or one that may join no
-- team, which gets another text without a link.
create function invite_member(
  p_invitation uuid, p_provider uuid, p_actor uuid, p_email text, p_name text, p_role text,
  p_link_hash bytea, p_link_seconds int, p_event_key text, p_message_id text,
  p_content bytea, p_content_known bytea, p_budgets jsonb, p_ip text
) returns table (outcome team_outcome, wait_until timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: wait_until
begin
  outcome := invitation_refusal(p_provider, p_actor);
  if outcome is not null then return next; return; end if;
  if exists (
    select 1 from membership m join person p on p.id = m.person_id
    where m.provider_id = p_provider and m.removed_at is null and lower(p.email) = lower(p_email)
  ) then outcome := 'email_taken'; return next; return; end if;
  if exists (
    select 1 from invitation i where i.provider_id = p_provider and lower(i.email) = lower(p_email)
      and i.accepted_at is null and i.cancelled_at is null
  ) then outcome := 'already_invited'; return next; return; end if;
  wait_until := budget_spend(p_budgets);
  if wait_until is not null then outcome := 'waiting'; return next; return; end if;

  insert into invitation (id, provider_id, email, name, role, invited_by)
  values (p_invitation, p_provider, p_email, p_name, p_role, p_actor);
  perform send_invitation(p_invitation => p_invitation, p_email => p_email, p_link_hash => p_link_hash,
    p_link_seconds => p_link_seconds, p_event_key => p_event_key, p_message_id => p_message_id,
    p_content => p_content, p_content_known => p_content_known);
  perform audit_append(p_action => 'member.invited', p_actor => p_actor, p_provider => p_provider,
    p_subject_kind => 'invitation', p_subject_id => p_invitation::text, p_ip => p_ip,
    p_detail => jsonb_build_object('role', p_role));
  outcome := 'done';
  return next;
end $$;

create function send_invitation(
  p_invitation uuid, p_email text, p_link_hash bytea, p_link_seconds int, p_event_key text, p_message_id text,
  p_content bytea, p_content_known bytea
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if email_may_join(p_email) then
    perform new_mail_link('invite', p_invitation, p_link_hash, p_link_seconds);
    perform queue_mail(p_event_key, p_message_id, p_content);
  else
    perform queue_mail(p_event_key, p_message_id, p_content_known);
  end if;
end $$;

-- People of the caja and disabled people may join no team.
create function email_may_join(p_email text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (
    select from person p
    where lower(p.email) = lower(p_email) and (p.caja_role is not null or p.disabled_at is not null));
$$;

create function resend_invitation(
  p_invitation uuid, p_provider uuid, p_actor uuid, p_email text, p_link_hash bytea, p_link_seconds int,
  p_event_key text, p_message_id text, p_content bytea, p_content_known bytea, p_budgets jsonb, p_ip text
) returns table (outcome team_outcome, wait_until timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: wait_until
begin
  outcome := invitation_refusal(p_provider, p_actor);
  if outcome is not null then return next; return; end if;
  perform 1 from invitation i where i.id = p_invitation and i.provider_id = p_provider
    and i.accepted_at is null and i.cancelled_at is null and not i.replaces_owner and i.email = p_email for update;
  if not found then outcome := 'member_not_found'; return next; return; end if;
  wait_until := budget_spend(p_budgets);
  if wait_until is not null then outcome := 'waiting'; return next; return; end if;
  -- Who sends it again invites: it does not end with who had sent it first.
  update invitation i set invited_by = p_actor where i.id = p_invitation;
  perform send_invitation(p_invitation => p_invitation, p_email => p_email, p_link_hash => p_link_hash,
    p_link_seconds => p_link_seconds, p_event_key => p_event_key, p_message_id => p_message_id,
    p_content => p_content, p_content_known => p_content_known);
  perform audit_append(p_action => 'invitation.resent', p_actor => p_actor, p_provider => p_provider,
    p_subject_kind => 'invitation', p_subject_id => p_invitation::text, p_ip => p_ip);
  outcome := 'done';
  return next;
end $$;

create function cancel_invitation(p_invitation uuid, p_provider uuid, p_actor uuid, p_ip text)
returns team_outcome language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not lock_team(p_provider, p_actor) then return 'not_allowed'; end if;
  perform 1 from invitation i where i.id = p_invitation and i.provider_id = p_provider and i.accepted_at is null
    and i.cancelled_at is null and not i.replaces_owner;
  if not found then return 'member_not_found'; end if;
  perform cancel_invitations(array[p_invitation]);
  perform audit_append(p_action => 'invitation.cancelled', p_actor => p_actor, p_provider => p_provider,
    p_subject_kind => 'invitation', p_subject_id => p_invitation::text, p_ip => p_ip);
  return 'done';
end $$;

-- "has_account" is revealed only to the holder of the link, who owns the mailbox.
create function read_invitation(p_link_hash bytea)
returns table (
  state link_state, email text, name text, role provider_role, provider_name text, nit text, invited_by text,
  has_account boolean, invitation_id uuid, provider_id uuid, replaces_owner boolean
)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row
  select invitation_state(i, l),
    i.email, i.name, i.role, v.legal_name, v.nit, p.name, email_may_enter(i.email),
    i.id, v.id, i.replaces_owner
  from mail_link l
  join invitation i on i.id = l.subject_id
  join provider v on v.id = i.provider_id
  join person p on p.id = i.invited_by
  where l.token_hash = p_link_hash and l.purpose = 'invite';
$$;

-- Whom the link's company tells of its new owner: everybody who works for it, none for any other invitation.
create function list_invited_team(p_link_hash bytea) returns table (email text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.email
  from mail_link l
  join invitation i on i.id = l.subject_id and i.replaces_owner
  join membership m on m.provider_id = i.provider_id and m.removed_at is null
  join person p on p.id = m.person_id
  where l.token_hash = p_link_hash and l.purpose = 'invite' and mail_link_state(l) = 'ok';
$$;

-- Locks the invitation of a link and returns why it cannot be accepted, or "done". p_code_hash: that of the code which
-- the caja told a new owner.
create function lock_invitation(p_link_hash bytea, p_code_hash bytea)
returns table (outcome account_outcome, invited invitation)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  link mail_link;
begin
  -- The same order of locks as the owner's functions: team, invitation, link.
  perform 1 from provider v join invitation n on n.provider_id = v.id join mail_link l on l.subject_id = n.id
  where l.token_hash = p_link_hash and l.purpose = 'invite' for update of v;
  select * into link from mail_link l where l.token_hash = p_link_hash and l.purpose = 'invite' for update;
  outcome := 'unknown';
  if link.id is null then return next; return; end if;
  select * into invited from invitation n where n.id = link.subject_id for update;
  outcome := coalesce(nullif(invitation_state(invited, link), 'ok'), 'done');
  if outcome = 'done' and not owner_code_holds(invited, p_code_hash) then outcome := 'wrong_code'; end if;
  return next;
end $$;

create function enter_team(p_invited invitation, p_person uuid, p_link_hash bytea, p_ip text, p_mails jsonb)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update invitation n set accepted_at = now() where n.id = p_invited.id;
  if p_invited.replaces_owner then perform replace_owner(p_invited, p_person, p_ip, p_mails); end if;
  insert into membership (person_id, provider_id, role) values (p_person, p_invited.provider_id, p_invited.role);
  update mail_link l set used_at = now() where l.token_hash = p_link_hash;
  perform audit_append(p_action => 'member.joined', p_actor => p_person, p_provider => p_invited.provider_id,
    p_subject_kind => 'person', p_subject_id => p_person::text, p_ip => p_ip,
    p_detail => jsonb_build_object('role', p_invited.role));
end $$;

-- Accepts for somebody without an active account, and creates it.
create function accept_invitation(
  p_link_hash bytea, p_name text, p_password_hash text, p_policy int, p_purposes text[],
  p_ip text, p_user_agent text, p_language text, p_code_hash bytea default null, p_mails jsonb default '[]'
) returns table (outcome account_outcome, person_id uuid, provider_id uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: p_code_hash, person_id, provider_id
declare
  asked record;
  new_person uuid;
begin
  select * into asked from lock_invitation(p_link_hash, p_code_hash);
  if asked.outcome <> 'done' then
    return query select asked.outcome, null::uuid, null::uuid; return;
  end if;
  new_person := enrol_person((asked.invited).email, p_name, null, null, null, p_password_hash);
  if new_person is null then
    return query select 'email_taken'::account_outcome, null::uuid, null::uuid; return;
  end if;
  insert into consent (person_id, policy_id, purposes, consented_at, ip, user_agent, language)
  values (new_person, p_policy, p_purposes, now(), p_ip, p_user_agent, p_language);
  perform enter_team(asked.invited, new_person, p_link_hash, p_ip, p_mails);
  return query select 'done'::account_outcome, new_person, (asked.invited).provider_id;
end $$;

-- Accepts for somebody with an account at other providers, who has just given its password. Their consent for the
-- account is for the same caja and purposes.
create function join_team(
  p_link_hash bytea, p_person uuid, p_ip text, p_code_hash bytea default null, p_mails jsonb default '[]'
)
returns table (outcome account_outcome, provider_id uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: p_code_hash, provider_id
declare
  asked record;
begin
  select * into asked from lock_invitation(p_link_hash, p_code_hash);
  if asked.outcome <> 'done' then
    return query select asked.outcome, null::uuid; return;
  end if;
  if known_member(p_person, (asked.invited).email) is null or not (asked.invited).replaces_owner and exists (
    select from membership m
    where m.person_id = p_person and m.provider_id = (asked.invited).provider_id and m.removed_at is null
  ) then return query select 'email_taken'::account_outcome, null::uuid; return; end if;
  perform enter_team(asked.invited, p_person, p_link_hash, p_ip, p_mails);
  return query select 'done'::account_outcome, (asked.invited).provider_id;
end $$;

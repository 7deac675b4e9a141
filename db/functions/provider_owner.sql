-- Another owner of a provider, named by the caja after proof, when the only one left. Guards against: a mailbox that is
-- enough to own a company, an owner whom another owner could replace, and a team without one.
create domain owner_outcome as text
  check (value in ('done', 'not_allowed', 'provider_not_found', 'changed', 'owner_remains', 'email_barred',
    'owner_already', 'owner_named', 'owner_not_named', 'waiting'));

-- Names a person who becomes the owner by accepting, with the link of the e-mail and the code of p_code_hash, which the
-- caja tells them itself. p_mails tell the provider's people.
create function name_owner(
  p_invitation uuid, p_provider uuid, p_actor uuid, p_email text, p_name text, p_proof text, p_code_hash bytea,
  p_seen jsonb, p_link_hash bytea, p_link_seconds int, p_event_key text, p_message_id text, p_content bytea,
  p_mails jsonb, p_budgets jsonb, p_ip text
) returns table (outcome owner_outcome, wait_until timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: p_seen, wait_until
begin
  outcome := naming_refusal(p_provider, p_actor, p_email, p_seen);
  if outcome is not null then return next; return; end if;
  wait_until := budget_spend(p_budgets);
  if wait_until is not null then outcome := 'waiting'; return next; return; end if;
  -- An invitation of the same person by the team gives way: there is one open invitation of an address.
  update invitation i set cancelled_at = now()
  where i.provider_id = p_provider and lower(i.email) = lower(p_email) and i.accepted_at is null
    and i.cancelled_at is null;
  insert into invitation (id, provider_id, email, name, role, invited_by, replaces_owner, proof, code_hash)
  values (p_invitation, p_provider, p_email, p_name, 'owner', p_actor, true, p_proof, p_code_hash);
  perform new_mail_link('invite', p_invitation, p_link_hash, p_link_seconds);
  perform queue_mail(p_event_key, p_message_id, p_content);
  perform queue_mails(p_mails);
  perform audit_append(p_action => 'provider.owner_named', p_actor => p_actor, p_provider => p_provider,
    p_subject_kind => 'provider', p_subject_id => p_provider::text, p_ip => p_ip,
    p_detail => jsonb_build_object('invitation', p_invitation, 'proof', p_proof));
  outcome := 'done';
  return next;
end $$;

-- What keeps the caja from naming this owner, or null. Locks the team, so that what is checked next holds.
create function naming_refusal(p_provider uuid, p_actor uuid, p_email text, p_seen jsonb) returns owner_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  owners text[];
begin
  if not may(p_actor, 'provider.manage') then return 'not_allowed'; end if;
  perform 1 from provider v where v.id = p_provider and v.approved_at is not null for update;
  if not found then return 'provider_not_found'; end if;
  if changed_parts(p_seen, provider_seen(p_provider)) <> '{}' then return 'changed'; end if;
  owners := array(select lower(p.email) from membership m join person p on p.id = m.person_id
    where m.provider_id = p_provider and m.role = 'owner' and m.removed_at is null and p.disabled_at is null);
  return case
    when cardinality(owners) > 1 then 'owner_remains'
    when lower(p_email) = any(owners) then 'owner_already'
    when not email_may_join(p_email) then 'email_barred'
    when exists (select from invitation i where i.provider_id = p_provider and i.replaces_owner
      and i.accepted_at is null and i.cancelled_at is null) then 'owner_named'
  end;
end $$;

-- Takes back an owner who was named and has not accepted.
create function withdraw_owner(p_invitation uuid, p_provider uuid, p_actor uuid, p_mails jsonb, p_ip text)
returns owner_outcome language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not may(p_actor, 'provider.manage') then return 'not_allowed'; end if;
  perform 1 from provider v where v.id = p_provider for update;
  perform 1 from invitation i where i.id = p_invitation and i.provider_id = p_provider and i.replaces_owner
    and i.accepted_at is null and i.cancelled_at is null;
  if not found then return 'owner_not_named'; end if;
  perform cancel_invitations(array[p_invitation]);
  perform queue_mails(p_mails);
  perform audit_append(p_action => 'provider.owner_withdrawn', p_actor => p_actor, p_provider => p_provider,
    p_subject_kind => 'provider', p_subject_id => p_provider::text, p_ip => p_ip,
    p_detail => jsonb_build_object('invitation', p_invitation));
  return 'done';
end $$;

-- Whether the code that came with the acceptance is the one that the caja told. The fifth wrong one ends the
-- invitation, so that nobody who has the mailbox guesses it.
create function owner_code_holds(p_invited invitation, p_code_hash bytea) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not p_invited.replaces_owner or p_invited.code_hash = p_code_hash then return true; end if;
  update invitation i set code_misses = i.code_misses + 1,
    cancelled_at = case when i.code_misses + 1 >= 5 then now() end
  where i.id = p_invited.id;
  return false;
end $$;

-- The person becomes the owner, and who owned the provider leaves it, with their sessions of it and every invitation
-- that is open.
create function replace_owner(p_invited invitation, p_person uuid, p_ip text, p_mails jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone uuid[];
begin
  gone := array(select m.id from membership m where m.provider_id = p_invited.provider_id and m.removed_at is null
    and (m.role = 'owner' or m.person_id = p_person));
  perform end_memberships(gone, p_invited.invited_by);
  perform end_team_invitations(p_invited.provider_id, null, p_person, p_ip);
  perform queue_mails(p_mails);
  perform audit_append(p_action => 'provider.owner_changed', p_actor => p_person, p_provider => p_invited.provider_id,
    p_subject_kind => 'provider', p_subject_id => p_invited.provider_id::text, p_ip => p_ip,
    p_detail => jsonb_build_object('invitation', p_invited.id));
end $$;

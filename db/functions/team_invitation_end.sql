-- Invitations that end with whoever sent them. Guards against: somebody who left, or was replaced, and comes back
-- through a person whom they had invited before.

-- Whether who sent an invitation may still invite: to the team, or for the caja where it names an owner.
create function may_inviter(p_invited invitation) returns boolean language sql stable as $$
  select case when p_invited.replaces_owner then may(p_invited.invited_by, 'provider.manage')
    else may_for(p_invited.invited_by, p_invited.provider_id, 'team.manage') end;
$$;

-- Whether an invitation can be accepted by this link, or why it cannot.
create function invitation_state(p_invited invitation, p_link mail_link) returns link_state
language sql stable as $$
  select case
    when p_invited.accepted_at is not null then 'used'
    when mail_link_state(p_link) = 'expired' then 'expired'
    when not may_inviter(p_invited) then 'inviter_left'
    when p_invited.cancelled_at is not null then 'cancelled'
    else mail_link_state(p_link) end;
$$;

-- Ends invitations and their links.
create function cancel_invitations(p_invitations uuid[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  update invitation i set cancelled_at = now() where i.id = any(p_invitations);
  update mail_link l set superseded_at = now()
  where l.purpose = 'invite' and l.subject_id = any(p_invitations) and l.used_at is null and l.superseded_at is null;
$$;

-- Ends those of these invitations that are open. The log says of each why.
create function end_invitations(p_invitations uuid[], p_because text, p_actor uuid, p_ip text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ended uuid[] := array(select i.id from invitation i
    where i.id = any(p_invitations) and i.accepted_at is null and i.cancelled_at is null order by i.id);
begin
  perform cancel_invitations(ended);
  perform audit_append(p_action => 'invitation.cancelled', p_actor => p_actor, p_provider => i.provider_id,
    p_subject_kind => 'invitation', p_subject_id => i.id::text, p_ip => p_ip,
    p_detail => jsonb_build_object('because', p_because))
  from unnest(ended) with ordinality e(id, place) join invitation i on i.id = e.id order by e.place;
end $$;

-- Ends the open invitations of a team that nobody who left may have open: those of one person, or all (p_inviter null).
create function end_team_invitations(p_provider uuid, p_inviter uuid, p_actor uuid, p_ip text) returns void
language sql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_inviter
  select end_invitations(array(select i.id from invitation i
    where i.provider_id = p_provider and i.invited_by = coalesce(p_inviter, i.invited_by)),
    'inviter_left', p_actor, p_ip);
$$;

-- Ends what somebody of the caja left open and may not do any more: owners whom they named and who have not accepted,
-- and the codes of people whom they invited last and who never chose a password.
create function end_official_invitations(p_person uuid, p_actor uuid, p_ip text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  named invitation;
begin
  if not may(p_person, 'provider.manage') then
    -- The team's row first, as everybody takes it who changes an invitation.
    perform 1 from provider v where v.id in (select i.provider_id from invitation i
      where i.invited_by = p_person and i.replaces_owner and i.accepted_at is null and i.cancelled_at is null)
    order by v.id for update;
    for named in select i.* from invitation i where i.invited_by = p_person and i.replaces_owner
      and i.accepted_at is null and i.cancelled_at is null order by i.id
    loop
      perform cancel_invitations(array[named.id]);
      perform audit_append(p_action => 'provider.owner_withdrawn', p_actor => p_actor, p_provider => named.provider_id,
        p_subject_kind => 'provider', p_subject_id => named.provider_id::text, p_ip => p_ip,
        p_detail => jsonb_build_object('invitation', named.id, 'because', 'inviter_left'));
    end loop;
  end if;
  if not may(p_person, 'people.manage') then
    perform give_entry_code(p.id, null) from person p
    where p.caja_role is not null and p.password_hash is null and p.entry_code_hash is not null
      and last_inviter_of(p.id) = p_person;
  end if;
end $$;

-- Who sent the last invitation of somebody of the caja; null for whom the console made.
create function last_inviter_of(p_person uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: result
  select e.actor_id from audit_event e
  where e.subject_kind = 'person' and e.subject_id = p_person::text
    and e.action in ('person.invited', 'person.invitation_resent')
  order by e.seq desc limit 1;
$$;

-- Whether a link can set a password, or why it cannot. Whose code was taken away before a first password was invited
-- by somebody who may not invite any more.
create function password_link_state(p_link mail_link, p_person person) returns link_state language sql stable as $$
  select case when p_person.caja_role is not null and p_person.password_hash is null
      and p_person.entry_code_hash is null and mail_link_state(p_link) = 'ok' then 'inviter_left'
    else mail_link_state(p_link) end;
$$;

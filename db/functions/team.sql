-- Members of a provider, who may also work for others. Guards against: a team without an owner, a team that learns of
-- another one, and a person of the caja in any team.

create domain provider_role as text check (value in ('owner', 'clerk', 'viewer'));
create domain team_outcome as text
  check (value in ('done', 'not_allowed', 'team_not_approved', 'email_taken', 'already_invited', 'waiting',
    'member_not_found', 'last_owner'));

-- Every function here takes the provider's row lock first, which serialises concurrent changes of two owners.
create function lock_team(p_provider uuid, p_actor uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from provider v where v.id = p_provider for update;
  return may_for(p_actor, p_provider, 'team.manage');
end $$;

-- Whether these memberships are all that are left of a provider's owners.
create function leaves_no_owner(p_provider uuid, p_gone uuid[]) returns boolean language sql stable as $$
  select exists (select from membership m where m.id = any(p_gone) and m.role = 'owner')
    and not exists (
      select from membership m join person p on p.id = m.person_id and p.disabled_at is null
      where m.provider_id = p_provider and m.removed_at is null and m.role = 'owner' and m.id <> all(p_gone));
$$;

-- Ends memberships with their sessions. Those that work for other providers go on. One of before there was a choice may
-- be of this one.
create function end_memberships(p_gone uuid[], p_by uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update membership m set removed_at = now(), removed_by = p_by where m.id = any(p_gone);
  update session s set revoked_at = now()
  from membership m
  where m.id = any(p_gone) and s.person_id = m.person_id and s.revoked_at is null
    and coalesce(s.membership_id, m.id) = m.id;
$$;

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
  if leaves_no_owner(p_provider, array[gone.id]) then return 'last_owner'; end if;
  perform end_memberships(array[gone.id], p_actor);
  perform end_team_invitations(p_provider, p_person, p_actor, p_ip);
  perform audit_append(p_action => 'member.removed', p_actor => p_actor, p_provider => p_provider,
    p_subject_kind => 'person', p_subject_id => p_person::text, p_ip => p_ip, p_detail => jsonb_build_object('role',
    gone.role));
  return 'done';
end $$;

-- A person of the caja decides on what providers do, and is never of one.
create function forbid_member_of_caja() returns trigger language plpgsql as $$
declare
  role text;
begin
  -- Locked, so that a role that is given at the same moment is seen, or sees this membership.
  select p.caja_role into role from person p where p.id = new.person_id for share;
  if role is not null then raise exception 'a person of the caja works for no provider'; end if;
  return new;
end $$;

create trigger forbid_member_of_caja before insert or update on membership
  for each row when (new.removed_at is null) execute function forbid_member_of_caja();

create function forbid_caja_role_of_member() returns trigger language plpgsql as $$
begin
  if exists (select from membership m where m.person_id = new.id and m.removed_at is null)
  then raise exception 'who works for a provider is not of the caja'; end if;
  return new;
end $$;

create trigger forbid_caja_role_of_member before update of caja_role on person
  for each row when (new.caja_role is not null) execute function forbid_caja_role_of_member();

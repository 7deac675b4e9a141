-- The end of the access of people of a provider, by the caja. Guards against: data of somebody who left a closed or
-- rejected company that can never be forgotten, and a provider that works without anybody who answers for it.
create domain access_end_outcome as text
  check (value in ('done', 'not_allowed', 'provider_not_found', 'changed', 'member_not_found', 'owner_needed',
    'request_waits'));

-- Ends the access of one person to a provider, or of everybody who works there (p_person null): with the sessions of
-- it, the devices that they paired and whom they invited. The last owner leaves a provider only once it is suspended or
-- was never approved, and while no request of it waits for the caja. Sessions of other companies go on.
create function end_provider_access(
  p_provider uuid, p_actor uuid, p_person uuid, p_reason text, p_seen jsonb, p_mails jsonb, p_ip text
) returns access_end_outcome language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_person, p_seen
declare
  works boolean;
  gone uuid[];
  people uuid[];
begin
  if not may(p_actor, 'provider.manage') then return 'not_allowed'; end if;
  select v.approved_at is not null and not is_suspended(v, now()) into works
  from provider v where v.id = p_provider for update;
  if works is null then return 'provider_not_found'; end if;
  if changed_parts(p_seen, provider_seen(p_provider)) <> '{}' then return 'changed'; end if;
  select array_agg(m.id), array_agg(m.person_id) into gone, people from membership m
  where m.provider_id = p_provider and m.removed_at is null and m.person_id = coalesce(p_person, m.person_id);
  if gone is null then return 'member_not_found'; end if;
  if leaves_no_owner(p_provider, gone) then
    if works then return 'owner_needed'; end if;
    if exists (select from request r where r.provider_id = p_provider and r.state = 'submitted')
    then return 'request_waits'; end if;
  end if;

  perform end_memberships(gone, p_actor);
  -- A device acts for whoever still works there, so those that others paired go on; with nobody left each of them ends.
  perform close_device(d.id, p_actor) from counter_device d
  where d.ended_at is null and provider_of_device(d) = p_provider and (d.paired_by = any(people) or not exists (
    select from membership m where m.provider_id = p_provider and m.removed_at is null));
  perform end_team_invitations(p_provider, person_id, p_actor, p_ip) from unnest(people) person_id;
  perform queue_mails(p_mails);
  perform audit_append(p_action => 'member.access_ended', p_actor => p_actor, p_provider => p_provider,
    p_subject_kind => 'person', p_subject_id => m.person_id::text, p_ip => p_ip,
    p_detail => jsonb_build_object('role', m.role, 'reason', p_reason))
  from membership m where m.id = any(gone);
  return 'done';
end $$;

-- Suspends or reactivates a provider, with a reason. The second of two concurrent decisions is refused. 'changed':
-- the provider differs from p_seen, which processes of the previous version do not send.
create domain provider_outcome as text
  check (value in ('done', 'not_allowed', 'provider_not_found', 'changed', 'provider_state_changed'));

create function set_provider_standing(
  p_provider uuid, p_actor uuid, p_suspend boolean, p_reason text, p_mails jsonb, p_ip text,
  p_seen jsonb default null)
returns provider_outcome language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not may(p_actor, 'provider.manage') then return 'not_allowed'; end if;
  perform 1 from provider where id = p_provider for no key update;
  if not found then return 'provider_not_found'; end if;
  if exists (select from provider where id = p_provider and (suspended_at is null) = p_suspend)
    and changed_parts(p_seen, provider_seen(p_provider)) <> '{}' then return 'changed'; end if;
  update provider set suspended_at = case when p_suspend then now() end,
    suspension_reason = case when p_suspend then p_reason end
  where id = p_provider and (suspended_at is null) = p_suspend;
  if not found then return 'provider_state_changed'; end if;
  perform queue_mails(p_mails);
  perform audit_append(p_action => case when p_suspend then 'provider.suspended' else 'provider.reactivated' end,
    p_actor => p_actor, p_provider => p_provider, p_subject_kind => 'provider', p_subject_id => p_provider::text,
    p_ip => p_ip, p_detail => jsonb_build_object('reason', p_reason));
  return 'done';
end $$;

-- What the caja does to a provider: suspends it from a day on, and lets it work again. Guards against: two people who
-- decide at once, and a decision on something else than was shown.
create domain provider_outcome as text
  check (value in ('done', 'not_allowed', 'provider_not_found', 'changed', 'provider_state_changed', 'day_outside'));

-- A suspension holds from the beginning of its day in Bogotá; until then the provider works.
create function is_suspended(p_provider provider, p_at timestamptz) returns boolean language sql stable as $$
  select coalesce(bogota_day(p_provider.suspended_at) <= bogota_day(p_at), false);
$$;

-- Suspends a provider from a day on, today by default, or ends a suspension, also one that has not begun. The second of
-- two concurrent decisions is refused. 'changed': the provider differs from p_seen.
create function set_provider_standing(
  p_provider uuid, p_actor uuid, p_suspend boolean, p_reason text, p_mails jsonb, p_ip text,
  p_seen jsonb default null, p_from date default null)
returns provider_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  begins date := coalesce(p_from, bogota_today());
begin
  if not may(p_actor, 'provider.manage') then return 'not_allowed'; end if;
  if p_suspend and begins not between bogota_today() and bogota_today() + suspension_ahead_days()
  then return 'day_outside'; end if;
  perform 1 from provider where id = p_provider for no key update;
  if not found then return 'provider_not_found'; end if;
  if exists (select from provider where id = p_provider and (suspended_at is null) = p_suspend)
    and changed_parts(p_seen, provider_seen(p_provider)) <> '{}' then return 'changed'; end if;
  update provider set suspended_at = case when p_suspend then greatest(now(), bogota_start(begins)) end,
    suspension_reason = case when p_suspend then p_reason end
  where id = p_provider and (suspended_at is null) = p_suspend;
  if not found then return 'provider_state_changed'; end if;
  perform queue_mails(p_mails);
  perform audit_append(p_action => case when p_suspend then 'provider.suspended' else 'provider.reactivated' end,
    p_actor => p_actor, p_provider => p_provider, p_subject_kind => 'provider', p_subject_id => p_provider::text,
    p_ip => p_ip, p_detail => jsonb_strip_nulls(jsonb_build_object('reason', p_reason,
      'from', case when p_suspend then begins end)));
  return 'done';
end $$;

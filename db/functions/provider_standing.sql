-- Suspends a provider with a reason, or (without one) lets it work again. Of two at once the second is told.
create function set_provider_standing(p_provider uuid, p_actor uuid, p_reason text, p_mails jsonb, p_ip text)
returns text language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from person p where p.id = p_actor and p.caja_role = 'administrator'
    and p.disabled_at is null) then return 'not_allowed'; end if;
  perform 1 from provider where id = p_provider for no key update;
  if not found then return 'provider_not_found'; end if;
  update provider set suspended_at = case when p_reason is not null then now() end, suspension_reason = p_reason
  where id = p_provider and (suspended_at is null) = (p_reason is not null);
  if not found then return 'provider_state_changed'; end if;
  perform queue_mails(p_mails);
  perform audit_append(case when p_reason is null then 'provider.reactivated' else 'provider.suspended' end,
    p_actor, p_provider, 'provider', p_provider::text, 'web', p_ip);
  return 'done';
end $$;

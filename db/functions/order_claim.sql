-- A counter takes an order for 15 minutes before it registers the use, where the kind asks for it. A claim
-- that still runs is not made longer. Outcomes: 'done', 'claimed' (another provider's runs), 'uncompared',
-- 'not_asked' (the kind asks for none), 'paused', or the standing of the order that forbids it.
create function claim_order(p_lookup uuid, p_person uuid, p_provider uuid, p_ip text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  provider_nit text;
  o "order";
  standing text;
begin
  select v.nit into provider_nit from membership m join provider v on v.id = m.provider_id
  where m.person_id = p_person and m.provider_id = p_provider and m.removed_at is null and m.role in ('owner', 'clerk');
  if provider_nit is null then raise exception 'person % registers no uses for provider %', p_person, p_provider; end if;

  select w.* into o from "order" w join lookup l on l.order_id = w.id
  where l.id = p_lookup and l.provider_id = p_provider for no key update of w;
  if o.id is null then return 'not_found'; end if;
  standing := case when provider_may_work(p_provider, clock_timestamp())
    then order_standing(o, provider_nit, clock_timestamp()) else 'paused' end;
  if standing <> 'current' then return standing; end if;
  if not (select k.registers_use and k.claim_first from rules_of(o) k) then return 'not_asked'; end if;
  if not compared_lately(p_lookup, p_provider, o) then return 'uncompared'; end if;
  if exists (select from order_claim c where c.order_id = o.id and c.until > clock_timestamp()) then
    return (select case when c.provider_id = p_provider then 'done' else 'claimed' end from order_claim c where c.order_id = o.id);
  end if;
  insert into order_claim as c (order_id, provider_id, person_id, lookup_id, claimed_at, until)
  values (o.id, p_provider, p_person, p_lookup, clock_timestamp(), clock_timestamp() + interval '15 minutes')
  on conflict (order_id) do update set provider_id = excluded.provider_id, person_id = excluded.person_id,
    lookup_id = excluded.lookup_id, claimed_at = excluded.claimed_at, until = excluded.until;
  perform audit_append('order.claimed', p_person, p_provider, 'order', o.id::text, 'web', p_ip,
    jsonb_build_object('lookup', p_lookup));
  return 'done';
end $$;

-- Gives the claim back before its time. Nothing to give back is no fault.
create function release_claim(p_lookup uuid, p_person uuid, p_provider uuid, p_ip text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  released uuid;
begin
  if not exists (select from membership m where m.person_id = p_person and m.provider_id = p_provider
    and m.removed_at is null and m.role in ('owner', 'clerk'))
  then raise exception 'person % registers no uses for provider %', p_person, p_provider; end if;
  perform from "order" o join lookup l on l.order_id = o.id where l.id = p_lookup and l.provider_id = p_provider
    for no key update of o;
  delete from order_claim c using lookup l
  where l.id = p_lookup and l.provider_id = p_provider and c.order_id = l.order_id and c.provider_id = p_provider
  returning c.order_id into released;
  if released is not null then
    perform audit_append('order.claim_released', p_person, p_provider, 'order', released::text, 'web', p_ip);
  end if;
end $$;

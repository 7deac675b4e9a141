-- What an order is worth to a provider now: the one place of this rule. "Valid until 31/01/2027" is until
-- the end of that day in America/Bogota, by this server's clock. Another's order shows nothing of its state.
create function order_standing(p_order "order", p_provider_nit text, p_at timestamptz) returns text
language sql stable as $$
  select case
    when p_order.provider_nit is not null and p_order.provider_nit <> p_provider_nit then 'other_provider'
    when p_order.state = 'used' then 'used'
    when p_order.state in ('draft', 'annulled', 'replaced', 'blocked') then p_order.state
    when (p_at at time zone 'America/Bogota')::date > p_order.valid_until then 'expired'
    when (p_at at time zone 'America/Bogota')::date < p_order.issued_on then 'not_yet'
    else 'current'
  end;
$$;

-- Whether a provider may work today: not suspended, and a convenio in force for its NIT.
create function provider_may_work(p_provider uuid, p_at timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from provider v
    join granted_application g on g.provider_id = v.id and g.application_code = 'CONVENIOS'
    join agreement a on a.nit = v.nit
      and (p_at at time zone 'America/Bogota')::date between a.starts_on and a.ends_on
    where v.id = p_provider and v.suspended_at is null);
$$;

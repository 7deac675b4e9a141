-- The uses of a provider within days of Bogotá that were not taken back, with how far each is on its way to
-- being paid. Net of undos: what was taken back is not there.
create function settlement_rows(p_provider uuid, p_from date, p_to date)
returns table (
  use_id uuid, serial bigint, at timestamptz, kind_name text, number text, amount bigint, branch_id uuid, branch text,
  counter text, use_invoice text, state text, invoice text, cufe text, objection text, changed_at timestamptz
) language sql stable security definer set search_path = public, pg_temp as $$
  select u.id, u.serial, u.at, k.name, o.number, u.amount, b.id, b.name, c.name, u.invoice, coalesce(s.state, 'open'),
    s.invoice, s.cufe, s.objection, s.changed_at
  from order_use u
  join "order" o on o.id = u.order_id
  join order_kind k on k.code = o.kind_code
  left join counter c on c.id = u.counter_id
  left join branch b on b.id = c.branch_id
  left join settlement s on s.use_id = u.id
  where u.provider_id = p_provider and u.kind = 'use'
    and u.at >= p_from::timestamp at time zone 'America/Bogota'
    and u.at < (p_to + 1)::timestamp at time zone 'America/Bogota'
    and not exists (select from order_use undo where undo.undoes = u.id)
  order by u.at, u.serial;
$$;

-- The same for an owner of the provider; nobody else gets a row.
create function own_settlement_rows(p_provider uuid, p_person uuid, p_from date, p_to date)
returns table (
  use_id uuid, serial bigint, at timestamptz, kind_name text, number text, amount bigint, branch_id uuid, branch text,
  counter text, use_invoice text, state text, invoice text, cufe text, objection text, changed_at timestamptz
) language sql stable security definer set search_path = public, pg_temp as $$
  select r.* from settlement_rows(p_provider, p_from, p_to) r
  where exists (select from membership m where m.provider_id = p_provider and m.person_id = p_person
    and m.role = 'owner' and m.removed_at is null);
$$;

-- Every provider that used something within the days, with what of it stands where.
create function settlement_totals(p_from date, p_to date)
returns table (provider_id uuid, provider_name text, nit text, check_digit int, uses int, state text, amount bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select v.id, v.legal_name, v.nit, v.check_digit::int, count(*)::int, coalesce(s.state, 'open'), sum(u.amount)::bigint
  from order_use u
  join provider v on v.id = u.provider_id
  left join settlement s on s.use_id = u.id
  where u.kind = 'use'
    and u.at >= p_from::timestamp at time zone 'America/Bogota'
    and u.at < (p_to + 1)::timestamp at time zone 'America/Bogota'
    and not exists (select from order_use undo where undo.undoes = u.id)
  group by v.id, v.legal_name, v.nit, v.check_digit, coalesce(s.state, 'open')
  order by v.legal_name, v.id;
$$;

-- From which state a use may move on its way (domain/settlement/rules.ts).
create function may_settle(p_from text, p_to text) returns boolean language sql immutable as $$
  select (p_from, p_to) in (('open', 'legalized'), ('open', 'objected'), ('legalized', 'invoiced'),
    ('legalized', 'objected'), ('invoiced', 'paid'), ('invoiced', 'objected'), ('objected', 'legalized'));
$$;

-- While it is on its way to being paid, or paid, a use is not taken back; nor once its order was replaced: what
-- it gave back would go to a paper that is dead.
create function use_must_stand(p_use uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from settlement s where s.use_id = p_use and s.state <> 'objected')
    or exists (select from order_use u join "order" o on o.id = u.order_id where u.id = p_use and o.state = 'replaced');
$$;

-- Moves uses of one provider, all or none. The orders' locks are the same ones that an undo takes. Outcomes:
-- 'done', 'not_allowed', 'own_provider' (the person works or worked there), 'state_changed' (one of them cannot
-- move so, was taken back, or is another provider's).
create function settle_uses(
  p_actor uuid, p_provider uuid, p_uses uuid[], p_to text, p_invoice text, p_cufe text, p_reason text, p_ip text
) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  movable int;
begin
  if not exists (select from person where id = p_actor and caja_role in ('administrator', 'officer') and disabled_at is null)
  then return 'not_allowed'; end if;
  if exists (select from membership m where m.person_id = p_actor and m.provider_id = p_provider)
  then return 'own_provider'; end if;
  perform from "order" o where o.id in (select u.order_id from order_use u where u.id = any(p_uses))
    order by o.id for no key update;
  select count(*) into movable from order_use u left join settlement s on s.use_id = u.id
  where u.id = any(p_uses) and u.kind = 'use' and u.provider_id = p_provider
    and not exists (select from order_use undo where undo.undoes = u.id)
    and may_settle(coalesce(s.state, 'open'), p_to);
  if movable = 0 or movable <> (select count(distinct x) from unnest(p_uses) x) then return 'state_changed'; end if;

  insert into settlement (use_id, state, invoice, cufe, objection, changed_at, changed_by)
  select u.id, p_to, case p_to when 'invoiced' then p_invoice when 'paid' then s.invoice end,
    case p_to when 'invoiced' then p_cufe when 'paid' then s.cufe end, case when p_to = 'objected' then p_reason end,
    clock_timestamp(), p_actor
  from order_use u left join settlement s on s.use_id = u.id where u.id = any(p_uses)
  on conflict (use_id) do update set state = excluded.state, invoice = excluded.invoice, cufe = excluded.cufe,
    objection = excluded.objection, changed_at = excluded.changed_at, changed_by = excluded.changed_by;
  perform audit_append('use.' || p_to, p_actor, p_provider, 'use', x::text, 'web', p_ip,
    jsonb_strip_nulls(jsonb_build_object('invoice', case when p_to = 'invoiced' then p_invoice end,
      'cufe', case when p_to = 'invoiced' then p_cufe end, 'reason', case when p_to = 'objected' then p_reason end)))
  from (select distinct x from unnest(p_uses) x) moved;
  return 'done';
end $$;

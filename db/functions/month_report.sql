-- What the report of a month says: orders by kind and office, by provider, in review, and the requests of providers.
-- Guards against: figures that differ from page to page. Hoy and the report add up the same rows.

-- Orders of some days by kind and office. Issued: numbered, by their first day, without those that took the place of
-- another one. Used: at providers, net of what was undone, by the day of the use. Expired: what was left when their
-- last day passed. Voided: what was left, by the day on which it happened.
create function orders_by_kind(p_from date, p_to date)
returns table (
  kind_code text, kind_name text, office text, issued int, issued_amount bigint, used int, used_amount bigint,
  expired int, expired_amount bigint, voided int, voided_amount bigint
) language sql stable security definer set search_path = public, pg_temp as $$
  select t.kind_code, k.name, t.office, t.issued, t.issued_amount, t.used, t.used_amount, t.expired, t.expired_amount,
    t.voided, t.voided_amount
  from (
    select s.kind_code, s.office,
      coalesce(sum(s.orders) filter (where s.figure = 'issued'), 0)::int as issued,
      coalesce(sum(s.amount) filter (where s.figure = 'issued'), 0)::bigint as issued_amount,
      coalesce(sum(s.orders) filter (where s.figure = 'used'), 0)::int as used,
      coalesce(sum(s.amount) filter (where s.figure = 'used'), 0)::bigint as used_amount,
      coalesce(sum(s.orders) filter (where s.figure = 'left'), 0)::int as expired,
      coalesce(sum(s.amount) filter (where s.figure = 'left'), 0)::bigint as expired_amount,
      coalesce(sum(s.orders) filter (where s.figure = 'voided'), 0)::int as voided,
      coalesce(sum(s.amount) filter (where s.figure = 'voided'), 0)::bigint as voided_amount
    from order_sum s
    where s.day between p_from and p_to and s.kind_code <> '' and (s.figure <> 'left' or s.day < bogota_today())
    group by s.kind_code, s.office
  ) t join order_kind k on k.code = t.kind_code
  where t.issued <> 0 or t.used <> 0 or t.expired <> 0 or t.voided <> 0
  order by t.kind_code, t.office;
$$;

-- The same in one sum, and how much of what was used is not paid yet; an objected use is not to be paid.
create function orders_in_money(p_from date, p_to date)
returns table (
  issued int, issued_amount bigint, used int, used_amount bigint, unpaid int, unpaid_amount bigint, expired int,
  expired_amount bigint, voided int, voided_amount bigint
) language sql stable security definer set search_path = public, pg_temp as $$
-- contract: one row
  select o.issued, o.issued_amount, o.used, o.used_amount, u.uses, u.amount, o.expired, o.expired_amount, o.voided,
    o.voided_amount
  from (
    select coalesce(sum(k.issued), 0)::int as issued, coalesce(sum(k.issued_amount), 0)::bigint as issued_amount,
      coalesce(sum(k.used), 0)::int as used, coalesce(sum(k.used_amount), 0)::bigint as used_amount,
      coalesce(sum(k.expired), 0)::int as expired, coalesce(sum(k.expired_amount), 0)::bigint as expired_amount,
      coalesce(sum(k.voided), 0)::int as voided, coalesce(sum(k.voided_amount), 0)::bigint as voided_amount
    from orders_by_kind(p_from, p_to) k
  ) o, (
    select coalesce(sum(s.uses), 0)::int as uses, coalesce(sum(s.amount), 0)::bigint as amount
    from settlement_sum s
    where s.day between p_from and p_to and s.state in ('open', 'legalized', 'invoiced')
  ) u;
$$;

-- By NIT: what a provider used, how much of it is paid, and the orders that it alone may take.
create function orders_by_provider(p_from date, p_to date)
returns table (
  nit text, check_digit int, name text, issued int, issued_amount bigint, used int, used_amount bigint,
  paid_amount bigint, unpaid_amount bigint, expired int, expired_amount bigint, voided int, voided_amount bigint
) language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: check_digit, name
  with used as (
    select s.provider_id, sum(s.uses) as used, sum(s.amount) as amount,
      coalesce(sum(s.amount) filter (where s.state = 'paid'), 0) as paid,
      coalesce(sum(s.amount) filter (where s.state in ('open', 'legalized', 'invoiced')), 0) as unpaid
    from settlement_sum s where s.day between p_from and p_to group by s.provider_id
  ), uses as (
    select v.nit, sum(d.used)::int as used, sum(d.amount)::bigint as amount, sum(d.paid)::bigint as paid,
      sum(d.unpaid)::bigint as unpaid
    from used d join provider v on v.id = d.provider_id group by v.nit
  ), bound as (
    select s.provider_nit as nit,
      coalesce(sum(s.orders) filter (where s.figure = 'issued'), 0)::int as issued,
      coalesce(sum(s.amount) filter (where s.figure = 'issued'), 0)::bigint as issued_amount,
      coalesce(sum(s.orders) filter (where s.figure = 'left'), 0)::int as expired,
      coalesce(sum(s.amount) filter (where s.figure = 'left'), 0)::bigint as expired_amount,
      coalesce(sum(s.orders) filter (where s.figure = 'voided'), 0)::int as voided,
      coalesce(sum(s.amount) filter (where s.figure = 'voided'), 0)::bigint as voided_amount
    from order_sum s
    where s.day between p_from and p_to and s.kind_code = ''
      and (s.figure <> 'left' or s.day < (select bogota_today()))
    group by s.provider_nit
  )
  select n.nit, coalesce(v.check_digit, a.check_digit)::int, coalesce(v.legal_name, a.legal_name),
    coalesce(b.issued, 0), coalesce(b.issued_amount, 0), coalesce(u.used, 0), coalesce(u.amount, 0),
    coalesce(u.paid, 0), coalesce(u.unpaid, 0), coalesce(b.expired, 0), coalesce(b.expired_amount, 0),
    coalesce(b.voided, 0), coalesce(b.voided_amount, 0)
  from uses u full join bound b on b.nit = u.nit
  cross join lateral (select coalesce(u.nit, b.nit) as nit) n
  left join lateral (select p.check_digit, p.legal_name from provider p where p.nit = n.nit
    order by p.approved_at nulls last, p.id limit 1) v on true
  left join lateral (select g.check_digit, g.legal_name from agreement g where g.nit = n.nit
    and v.legal_name is null order by g.ends_on desc, g.number limit 1) a on true
  where coalesce(u.used, 0) <> 0 or coalesce(b.issued, 0) <> 0 or coalesce(b.expired, 0) <> 0
    or coalesce(b.voided, 0) <> 0
  order by coalesce(u.amount, 0) desc, n.nit;
$$;

-- Orders that were in review when a day ended, with what they were worth then.
create function orders_in_review(p_day date)
returns table (kind_code text, kind_name text, office text, provider_nit text, orders int, amount bigint)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: provider_nit
  select o.kind_code, k.name, o.office, o.provider_nit, count(*)::int, sum(o.value - spent.amount)::bigint
  from (
    select distinct h.order_id from order_hold h
    where h.placed_at < bogota_start(p_day + 1) and (h.released_at is null or h.released_at >= bogota_start(p_day + 1))
  ) held
  join "order" o on o.id = held.order_id
  join order_kind k on k.code = o.kind_code
  cross join lateral (
    select coalesce(sum(case u.kind when 'use' then u.amount else -u.amount end), 0) as amount
    from order_use u where u.order_id = o.id and u.at < bogota_start(p_day + 1)
  ) spent
  group by o.kind_code, k.name, o.office, o.provider_nit order by o.kind_code, o.office, o.provider_nit;
$$;

-- How many requests came in some days and how they were answered; what was taken back was no answer. First requests
-- and renewals of documents apart; earlier versions of the application ask for both together.
create function requests_in_days(p_from date, p_to date, p_renews boolean default null)
returns table (received int, returned int, approved int, rejected int)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: p_renews
  select r.received, e.returned, e.approved, e.rejected
  from (
    select count(*)::int as received from request q
    where q.filed_at >= bogota_start(p_from) and q.filed_at < bogota_start(p_to + 1)
      and q.renews = coalesce(p_renews, q.renews)
  ) r, (
    select (count(*) filter (where v.kind = 'returned'))::int as returned,
      (count(*) filter (where v.kind = 'approved'))::int as approved,
      (count(*) filter (where v.kind = 'rejected'))::int as rejected
    from request_event v join request of_event on of_event.id = v.request_id
    where v.at >= bogota_start(p_from) and v.at < bogota_start(p_to + 1)
      and of_event.renews = coalesce(p_renews, of_event.renews)
      and v.kind in ('returned', 'approved', 'rejected')
      and not exists (select from request_event back where back.request_id = v.request_id and back.kind = 'taken_back'
        and back.id = (select min(n.id) from request_event n where n.request_id = v.request_id and n.id > v.id))
  ) e;
$$;

-- From here on each write to an order or to the ledger says what it changes, also one of a process of the version before.
-- The words are those of db/functions/order_sum.sql, which keeps them up to date.
create function order_figures(
  p_number_key text, p_state text, p_value bigint, p_balance bigint, p_issued_on date, p_valid_until date,
  p_changed_at timestamptz
) returns table (figure text, day date, amount bigint) language sql immutable as $$
  select 'issued', p_issued_on, p_value where p_number_key is not null
  union all select 'left', p_valid_until, p_balance where p_state in ('issued', 'delivered')
  union all select 'voided', (p_changed_at at time zone 'America/Bogota')::date, p_balance
    where p_state = 'annulled' and p_number_key is not null;
$$;
--> statement-breakpoint
create function order_places(p_kind text, p_office text, p_nit text)
returns table (kind_code text, office text, provider_nit text) language sql immutable as $$
  select p_kind, p_office, '' union all select '', '', p_nit where p_nit is not null;
$$;
--> statement-breakpoint
create function drop_replacements(p_orders uuid[]) returns void language plpgsql as $$
begin
  insert into order_sum (day, figure, kind_code, office, provider_nit, orders, amount)
  select o.issued_on, 'issued', p.kind_code, p.office, p.provider_nit, -1, -o.value
  from "order" o cross join lateral order_places(o.kind_code, o.office, o.provider_nit) p
  where o.id = any (p_orders) and o.number_key is not null;
end $$;
--> statement-breakpoint
create function sum_new_orders() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare replacements uuid[] := array(select o.replaced_by from fresh o where o.replaced_by is not null);
begin
  insert into order_sum (day, figure, kind_code, office, provider_nit, orders, amount)
  select f.day, f.figure, p.kind_code, p.office, p.provider_nit, count(*), sum(f.amount)
  from fresh o
  cross join lateral order_figures(o.number_key, o.state, o.value, o.balance, o.issued_on, o.valid_until,
    o.state_changed_at) f
  cross join lateral order_places(o.kind_code, o.office, o.provider_nit) p
  group by 1, 2, 3, 4, 5;
  if replacements <> '{}' then perform drop_replacements(replacements); end if;
  return null;
end $$;
--> statement-breakpoint
create function sum_changed_orders() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  replacements uuid[] := array(select o.replaced_by from fresh o join gone g on g.id = o.id
    where o.replaced_by is not null and g.replaced_by is null);
begin
  insert into order_sum (day, figure, kind_code, office, provider_nit, orders, amount)
  select f.day, f.figure, p.kind_code, p.office, p.provider_nit, sum(o.sign), sum(o.sign * f.amount)
  from (
    select -1 as sign, g.id, g.kind_code, g.office, g.provider_nit, g.number_key, g.state, g.value, g.balance,
      g.issued_on, g.valid_until, g.state_changed_at from gone g
    union all
    select 1, n.id, n.kind_code, n.office, n.provider_nit, n.number_key, n.state, n.value, n.balance, n.issued_on,
      n.valid_until, n.state_changed_at from fresh n
  ) o
  cross join lateral order_figures(o.number_key, o.state, o.value, o.balance, o.issued_on, o.valid_until,
    o.state_changed_at) f
  cross join lateral order_places(o.kind_code, o.office, o.provider_nit) p
  where f.figure <> 'issued' or not exists (select from "order" before where before.replaced_by = o.id)
  group by 1, 2, 3, 4, 5 having sum(o.sign) <> 0 or sum(o.sign * f.amount) <> 0;
  if replacements <> '{}' then perform drop_replacements(replacements); end if;
  return null;
end $$;
--> statement-breakpoint
create function sum_use_by_kind() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into order_sum (day, figure, kind_code, office, provider_nit, orders, amount)
  select (u.at at time zone 'America/Bogota')::date, 'used', o.kind_code, o.office, '', s.sign, s.sign * u.amount
  from order_use u join "order" o on o.id = u.order_id,
    lateral (select case when new.kind = 'use' then 1 else -1 end as sign) s
  where u.id = coalesce(new.undoes, new.id) and u.provider_id is not null;
  return null;
end $$;
--> statement-breakpoint
create trigger order_is_summed after insert on "order" referencing new table as fresh
  for each statement execute function sum_new_orders();
--> statement-breakpoint
create trigger order_change_is_summed after update on "order" referencing old table as gone new table as fresh
  for each statement execute function sum_changed_orders();
--> statement-breakpoint
create trigger order_use_is_summed_by_kind after insert on order_use for each row execute function sum_use_by_kind();

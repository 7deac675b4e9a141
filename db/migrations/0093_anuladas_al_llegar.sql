-- A file that brings an order already annulled does not say on which day it was: the first one counted those of years
-- as annulled in its month. What writes orders waits here only as long as this takes, so that from here on each write
-- is counted in one way; what was counted before is counted again two migrations later. Until the functions are
-- installed these stand for them (db/functions/order_sum.sql).
lock table "order" in share row exclusive mode;
--> statement-breakpoint
create or replace function bogota_day(p_at timestamptz) returns date language sql immutable as $$
  select (p_at at time zone 'America/Bogota')::date;
$$;
--> statement-breakpoint
create or replace function voided_at(p_changed_at timestamptz, p_created_at timestamptz, p_issued_on date)
returns timestamptz language sql immutable as $$
  select case when p_changed_at <> p_created_at
    or date_trunc('month', bogota_day(p_changed_at)::timestamp) = date_trunc('month', p_issued_on::timestamp)
    then p_changed_at end;
$$;
--> statement-breakpoint
create or replace function order_figures(
  p_number_key text, p_state text, p_value bigint, p_balance bigint, p_issued_on date, p_valid_until date,
  p_changed_at timestamptz, p_gives_back uuid
) returns table (figure text, day date, amount bigint) language sql immutable as $$
  select 'issued', p_issued_on, p_value where p_number_key is not null and p_gives_back is null
  union all select 'left', p_valid_until, p_balance where p_state in ('issued', 'delivered')
  union all select 'voided', bogota_day(p_changed_at), p_balance
    where p_state = 'annulled' and p_number_key is not null and p_changed_at is not null;
$$;
--> statement-breakpoint
create or replace function sum_new_orders() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare replacements uuid[] := array(select o.replaced_by from fresh o where o.replaced_by is not null);
begin
  insert into order_sum (day, figure, kind_code, office, provider_nit, orders, amount)
  select f.day, f.figure, p.kind_code, p.office, p.provider_nit, count(*), sum(f.amount)
  from fresh o
  cross join lateral order_figures(p_number_key => o.number_key, p_state => o.state, p_value => o.value,
    p_balance => o.balance, p_issued_on => o.issued_on, p_valid_until => o.valid_until,
    p_changed_at => voided_at(o.state_changed_at, o.created_at, o.issued_on), p_gives_back => o.gives_back) f
  cross join lateral order_places(o.kind_code, o.office, o.provider_nit) p
  group by 1, 2, 3, 4, 5;
  if replacements <> '{}' then perform drop_replacements(replacements); end if;
  return null;
end $$;
--> statement-breakpoint
create or replace function sum_changed_orders() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  -- Not a join, whose plan for one row would be kept for a thousand.
  replacements uuid[] := array(select o.replaced_by from fresh o where o.replaced_by is not null
    except select g.replaced_by from gone g where g.replaced_by is not null);
begin
  insert into order_sum (day, figure, kind_code, office, provider_nit, orders, amount)
  select f.day, f.figure, p.kind_code, p.office, p.provider_nit, sum(o.sign), sum(o.sign * f.amount)
  from (
    select -1 as sign, g.id, g.kind_code, g.office, g.provider_nit, g.number_key, g.state, g.value, g.balance,
      g.issued_on, g.valid_until, g.state_changed_at, g.created_at, g.gives_back from gone g
    union all
    select 1, n.id, n.kind_code, n.office, n.provider_nit, n.number_key, n.state, n.value, n.balance, n.issued_on,
      n.valid_until, n.state_changed_at, n.created_at, n.gives_back from fresh n
  ) o
  cross join lateral order_figures(p_number_key => o.number_key, p_state => o.state, p_value => o.value,
    p_balance => o.balance, p_issued_on => o.issued_on, p_valid_until => o.valid_until,
    p_changed_at => voided_at(o.state_changed_at, o.created_at, o.issued_on), p_gives_back => o.gives_back) f
  cross join lateral order_places(o.kind_code, o.office, o.provider_nit) p
  where f.figure <> 'issued' or not exists (select from "order" before where before.replaced_by = o.id)
  group by 1, 2, 3, 4, 5 having sum(o.sign) <> 0 or sum(o.sign * f.amount) <> 0;
  if replacements <> '{}' then perform drop_replacements(replacements); end if;
  return null;
end $$;

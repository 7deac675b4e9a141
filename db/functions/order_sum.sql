-- Number and value of orders by day of Bogotá and figure, by kind and office and by provider. What a month adds up to
-- is read from these rows. Guards against: a report that walks the orders of two months. Like settlement_sum.sql: every
-- write appends its difference in the same transaction, so that no write waits for another's row, and
-- merge_order_sums() merges the rows from time to time; their sum is correct before and after.

-- In which figures an order counts, on which day and with how much. 'left' is what it is still worth on its last day:
-- once that is past, it expired with it. What waits in review counts in none of them. An order that gives back what was
-- taken back of another one's uses was not issued once more: its value is in the first one.
create function order_figures(
  p_number_key text, p_state text, p_value bigint, p_balance bigint, p_issued_on date, p_valid_until date,
  p_changed_at timestamptz, p_gives_back uuid
) returns table (figure text, day date, amount bigint) language sql immutable as $$
  select 'issued', p_issued_on, p_value where p_number_key is not null and p_gives_back is null
  union all select 'left', p_valid_until, p_balance where p_state in ('issued', 'delivered')
  union all select 'voided', bogota_day(p_changed_at), p_balance
    where p_state = 'annulled' and p_number_key is not null and p_changed_at is not null;
$$;

-- When an annulled order was annulled; null where nobody can tell. A file that brings one already annulled does not say
-- its day: the first one brings those of years. Only of an order of the same month it is known to be of that month.
-- Written so that it becomes part of the statement that calls it: one expression, and no time zone of the session.
create function voided_at(p_changed_at timestamptz, p_created_at timestamptz, p_issued_on date) returns timestamptz
language sql immutable as $$
  select case when p_changed_at <> p_created_at
    or date_trunc('month', bogota_day(p_changed_at)::timestamp) = date_trunc('month', p_issued_on::timestamp)
    then p_changed_at end;
$$;

-- Where it counts: for its kind and office, and for the provider that alone may take it.
create function order_places(p_kind text, p_office text, p_nit text)
returns table (kind_code text, office text, provider_nit text) language sql immutable as $$
  select p_kind, p_office, '' union all select '', '', p_nit where p_nit is not null;
$$;

-- Nor was an order that took the place of another one.
create function drop_replacements(p_orders uuid[]) returns void language plpgsql as $$
begin
  insert into order_sum (day, figure, kind_code, office, provider_nit, orders, amount)
  select o.issued_on, 'issued', p.kind_code, p.office, p.provider_nit, -1, -o.value
  from "order" o cross join lateral order_places(o.kind_code, o.office, o.provider_nit) p
  where o.id = any (p_orders) and o.number_key is not null;
end $$;

create function sum_new_orders() returns trigger
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

create function sum_changed_orders() returns trigger
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

-- A use at a provider counts on its day, and no more once it was undone. Those of the core have no day of their own.
create function sum_use_by_kind() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into order_sum (day, figure, kind_code, office, provider_nit, orders, amount)
  select bogota_day(u.at), 'used', o.kind_code, o.office, '', s.sign, s.sign * u.amount
  from order_use u join "order" o on o.id = u.order_id,
    lateral (select case when new.kind = 'use' then 1 else -1 end as sign) s
  where u.id = coalesce(new.undoes, new.id) and u.provider_id is not null;
  return null;
end $$;

create trigger order_is_summed after insert on "order" referencing new table as fresh
  for each statement execute function sum_new_orders();
create trigger order_change_is_summed after update on "order" referencing old table as gone new table as fresh
  for each statement execute function sum_changed_orders();
create trigger order_use_is_summed_by_kind after insert on order_use for each row execute function sum_use_by_kind();

-- Merging and recomputing exclude each other, since each would count the other's rows twice.
create function lock_order_sums() returns void language sql as $$
  select pg_advisory_xact_lock(hashtext('order_sum'));
$$;

-- Merges the rows of at most p_limit figures of a day into one each. Answers how many they were; fewer than p_limit
-- means that nothing is left to merge.
create function merge_order_sums(p_limit int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  figures int;
begin
  perform lock_order_sums();
  with fresh as materialized (
    select distinct f.day, f.kind_code, f.office, f.provider_nit, f.figure from order_sum f where not f.merged
    limit p_limit
  ), gone as (
    delete from order_sum s using fresh f where s.day = f.day and s.kind_code = f.kind_code and s.office = f.office
      and s.provider_nit = f.provider_nit and s.figure = f.figure returning s.*
  ), merged as (
    insert into order_sum (day, figure, kind_code, office, provider_nit, orders, amount, merged)
    select g.day, g.figure, g.kind_code, g.office, g.provider_nit, sum(g.orders), sum(g.amount), true
    from gone g group by 1, 2, 3, 4, 5 having sum(g.orders) <> 0 or sum(g.amount) <> 0
  )
  select count(*) into figures from fresh;
  return figures;
end $$;

-- Recomputes all sums from orders and ledger while the system runs: a write and its row here become visible together,
-- so a single statement sees both or neither. For a migration, and after a manual repair.
create function rebuild_order_sums() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform lock_order_sums();
  with gone as (
    delete from order_sum
  ), counted as (
    select f.day, f.figure, o.kind_code, o.office, o.provider_nit, f.amount
    from "order" o
    left join "order" before on before.replaced_by = o.id
    cross join lateral order_figures(p_number_key => o.number_key, p_state => o.state, p_value => o.value,
    p_balance => o.balance, p_issued_on => o.issued_on, p_valid_until => o.valid_until,
    p_changed_at => voided_at(o.state_changed_at, o.created_at, o.issued_on), p_gives_back => o.gives_back) f
    where f.figure <> 'issued' or before.id is null
    union all
    select bogota_day(u.at), 'used', o.kind_code, o.office, null, u.amount
    from order_use u join "order" o on o.id = u.order_id
    where u.kind = 'use' and u.provider_id is not null
      and not exists (select from order_use undo where undo.undoes = u.id)
  )
  insert into order_sum (day, figure, kind_code, office, provider_nit, orders, amount, merged)
  select c.day, c.figure, p.kind_code, p.office, p.provider_nit, count(*), sum(c.amount), true
  from counted c cross join lateral order_places(c.kind_code, c.office, c.provider_nit) p
  group by 1, 2, 3, 4, 5;
end $$;

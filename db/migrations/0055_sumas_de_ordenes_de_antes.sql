-- What stood there before, beside the traffic (db/functions/order_sum.sql says why that is exact).
create function lock_order_sums() returns void language sql as $$
  select pg_advisory_xact_lock(hashtext('order_sum'));
$$;
--> statement-breakpoint
create function rebuild_order_sums() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform lock_order_sums();
  with gone as (
    delete from order_sum
  ), counted as (
    select f.day, f.figure, o.kind_code, o.office, o.provider_nit, f.amount
    from "order" o
    cross join lateral order_figures(o.number_key, o.state, o.value, o.balance, o.issued_on, o.valid_until,
      o.state_changed_at) f
    where f.figure <> 'issued' or not exists (select from "order" before where before.replaced_by = o.id)
    union all
    select (u.at at time zone 'America/Bogota')::date, 'used', o.kind_code, o.office, null, u.amount
    from order_use u join "order" o on o.id = u.order_id
    where u.kind = 'use' and u.provider_id is not null
      and not exists (select from order_use undo where undo.undoes = u.id)
  )
  insert into order_sum (day, figure, kind_code, office, provider_nit, orders, amount, merged)
  select c.day, c.figure, p.kind_code, p.office, p.provider_nit, count(*), sum(c.amount), true
  from counted c cross join lateral order_places(c.kind_code, c.office, c.provider_nit) p
  group by 1, 2, 3, 4, 5;
end $$;
--> statement-breakpoint
select rebuild_order_sums();

-- What stood there before, beside the traffic: one statement, which sees a write and its row here together or neither
-- (db/functions/order_sum.sql says why that is exact). Nothing waits for it but the job that merges the sums.
create or replace function rebuild_order_sums() returns void
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
--> statement-breakpoint
select rebuild_order_sums();

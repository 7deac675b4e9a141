-- What stood in the ledger before, beside the traffic (db/functions/settlement_sum.sql says why that is exact).
create function lock_settlement_sums() returns void language sql as $$
  select pg_advisory_xact_lock(hashtext('settlement_sum'));
$$;
--> statement-breakpoint
create function rebuild_settlement_sums() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform lock_settlement_sums();
  with gone as (
    delete from settlement_sum
  )
  insert into settlement_sum (provider_id, day, branch_id, state, uses, amount, merged)
  select u.provider_id, (u.at at time zone 'America/Bogota')::date as used_on, c.branch_id, coalesce(s.state, 'open') as stands,
    count(*), sum(u.amount), true
  from order_use u
  left join settlement s on s.use_id = u.id
  left join counter c on c.id = u.counter_id
  where u.kind = 'use' and u.provider_id is not null
    and not exists (select from order_use undo where undo.undoes = u.id)
  group by u.provider_id, used_on, c.branch_id, stands;
end $$;
--> statement-breakpoint
select rebuild_settlement_sums();

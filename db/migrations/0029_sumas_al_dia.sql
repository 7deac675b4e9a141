-- From here on each write of the ledger says what it changes, also one of a process of the version before. The words
-- are those of db/functions/settlement_sum.sql, which keeps them up to date.
create function add_settlement_sum(p_use uuid, p_state text, p_sign int) returns void language sql as $$
  insert into settlement_sum (provider_id, day, branch_id, state, uses, amount)
  select u.provider_id, (u.at at time zone 'America/Bogota')::date, c.branch_id, p_state, p_sign, p_sign * u.amount
  from order_use u left join counter c on c.id = u.counter_id
  where u.id = p_use and u.provider_id is not null;
$$;
--> statement-breakpoint
create function sum_order_use() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.kind = 'use' then
    perform add_settlement_sum(new.id, 'open', 1);
  else
    perform add_settlement_sum(new.undoes, coalesce((select s.state from settlement s where s.use_id = new.undoes), 'open'), -1);
  end if;
  return null;
end $$;
--> statement-breakpoint
create function sum_settlement() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  moved uuid := coalesce(new.use_id, old.use_id);
  state_before text := coalesce(old.state, 'open');
  state_now text := coalesce(new.state, 'open');
begin
  if state_before <> state_now and use_stands(moved) then
    perform add_settlement_sum(moved, state_before, -1);
    perform add_settlement_sum(moved, state_now, 1);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger order_use_is_summed after insert on order_use for each row execute function sum_order_use();
--> statement-breakpoint
create trigger settlement_is_summed after insert or update or delete on settlement
  for each row execute function sum_settlement();

-- Number and amount of a provider's uses by state, by day of Bogotá and branch. Pages add these rows up instead of
-- reading the ledger. Every write to the ledger or to a use's state appends its difference (+1, -1) in the same
-- transaction, so that uses at one counter never wait for each other's row. merge_settlement_sums() merges the rows
-- from time to time; their sum is correct before and after. Guards against: a page that reads the whole ledger, and
-- uses that wait for each other's sum.

create function add_settlement_sum(p_use uuid, p_state text, p_sign int) returns void language plpgsql as $$
begin -- not language sql, which before PostgreSQL 18 plans its statement for each use
  insert into settlement_sum (provider_id, day, branch_id, state, uses, amount)
  select u.provider_id, bogota_day(u.at), c.branch_id, p_state, p_sign, p_sign * u.amount
  from order_use u left join counter c on c.id = u.counter_id
  where u.id = p_use and u.provider_id is not null;
end $$;

-- A use starts as open; an undone one leaves its state.
create function sum_order_use() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.kind = 'use' then
    perform add_settlement_sum(new.id, 'open', 1);
  else
    perform add_settlement_sum(new.undoes, coalesce((select s.state from settlement s where s.use_id = new.undoes),
      'open'), -1);
  end if;
  return null;
end $$;

-- An undone use counts in no state.
create function sum_settlement() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  moved uuid := coalesce(new.use_id, old.use_id);
  state_before text := coalesce(old.state, 'open');
  state_now text := coalesce(new.state, 'open');
begin
  if state_before <> state_now and is_use_standing(moved) then
    perform add_settlement_sum(moved, state_before, -1);
    perform add_settlement_sum(moved, state_now, 1);
  end if;
  return null;
end $$;

create trigger order_use_is_summed after insert on order_use for each row execute function sum_order_use();
create trigger settlement_is_summed after insert or update or delete on settlement
  for each row execute function sum_settlement();

-- Merging and recomputing exclude each other by a lock, since each would count the other's rows twice.
create function lock_settlement_sums() returns void language sql as $$
  select pg_advisory_xact_lock(hashtext('settlement_sum'));
$$;

-- Joins the rows of at most p_limit days of providers into one a branch and state. Answers how many days they were;
-- fewer than p_limit means that nothing is left to join.
create function merge_settlement_sums(p_limit int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  days int;
begin
  perform lock_settlement_sums();
  with fresh as materialized (
    select distinct f.provider_id, f.day from settlement_sum f where not f.merged limit p_limit
  ), gone as (
    delete from settlement_sum s using fresh f where s.provider_id = f.provider_id and s.day = f.day returning s.*
  ), joined as (
    insert into settlement_sum (provider_id, day, branch_id, state, uses, amount, merged)
    select g.provider_id, g.day, g.branch_id, g.state, sum(g.uses), sum(g.amount), true
    from gone g group by g.provider_id, g.day, g.branch_id, g.state having sum(g.uses) <> 0
  )
  select count(*) into days from fresh;
  return days;
end $$;

-- Recomputes all sums from the ledger while the system runs: a use and its row here become visible together, so a
-- single statement sees both or neither. For a migration, and after a manual repair of the ledger.
create function rebuild_settlement_sums() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform lock_settlement_sums();
  with gone as (
    delete from settlement_sum
  )
  insert into settlement_sum (provider_id, day, branch_id, state, uses, amount, merged)
  select u.provider_id, bogota_day(u.at) as used_on, c.branch_id, coalesce(s.state, 'open') as settled_as,
    count(*), sum(u.amount), true
  from order_use u
  left join settlement s on s.use_id = u.id
  left join counter c on c.id = u.counter_id
  where u.kind = 'use' and u.provider_id is not null
    and not exists (select from order_use undo where undo.undoes = u.id)
  group by u.provider_id, used_on, c.branch_id, settled_as;
end $$;

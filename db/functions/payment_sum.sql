-- A run says how much it pays, and lists the uses that it pays. Guards against: a run of which the two are not the
-- same.

create function require_payment_sums(p_payments uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  wrong bigint;
begin
  select p.serial into wrong from payment p left join payment_use x on x.payment_id = p.id
  where p.id = any(p_payments)
  group by p.id having (p.providers, p.uses, p.amount)
    is distinct from (count(distinct x.provider_id), count(x.use_id), coalesce(sum(x.amount), 0))
  limit 1;
  if found then raise exception 'payment % is not the sum of its uses', wrong using errcode = 'check_violation'; end if;
end $$;

create function hold_payment_to_uses() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_payment_sums(array[new.id]);
  return null;
end $$;

-- Once a statement and not once a row: a run of 500 invoices is added up once.
create function hold_uses_to_payment() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    perform require_payment_sums(array(select distinct b.payment_id from rows_before b));
  else
    perform require_payment_sums(array(select distinct a.payment_id from rows_after a));
  end if;
  return null;
end $$;

-- A run without any use is seen when its transaction ends. Its decision is not held to this: one of before that is
-- wrong can still be returned.
create constraint trigger payment_is_its_uses after insert or update of providers, uses, amount on payment
  deferrable initially deferred for each row execute function hold_payment_to_uses();
create trigger payment_use_is_added_up after insert on payment_use
  referencing new table as rows_after for each statement execute function hold_uses_to_payment();
create trigger payment_use_is_kept after update on payment_use
  referencing new table as rows_after for each statement execute function hold_uses_to_payment();
create trigger payment_use_is_not_lost after delete on payment_use
  referencing old table as rows_before for each statement execute function hold_uses_to_payment();

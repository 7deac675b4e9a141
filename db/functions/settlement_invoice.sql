-- Invoices that charge uses, and what of each can be paid now. Guards against: two invoices with one CUFE, one invoice
-- under two spellings, and a page of what can be paid that reads the whole ledger.

-- Records the invoice, or answers why it cannot. An invoice of a provider has one CUFE, and a CUFE belongs to one
-- invoice of one provider, as long as the invoice charges a use. Spellings of a number ("FE-10", "fe 10", "FE-0010")
-- are the same invoice. The value is replaced by the latest one; earlier versions of the application send none.
create function take_invoice(p_provider uuid, p_number text, p_cufe text, p_value bigint) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  key text := invoice_key(p_number);
  known invoice;
begin
  insert into invoice (provider_id, number_key, cufe, value) values (p_provider, key, p_cufe, p_value)
  on conflict do nothing;
  select * into known from invoice i where i.cufe = p_cufe;
  if known.cufe is null then return 'invoice_other_cufe'; end if;
  -- Keys of before kept the zeros.
  if known.provider_id <> p_provider or key not in (known.number_key, invoice_key(known.number_key))
  then return 'cufe_taken'; end if;
  update invoice i set value = p_value where i.cufe = p_cufe and p_value is not null;
  return null;
end $$;

create function invoice_key(p_number text) returns text
language sql immutable set search_path = public, pg_temp as $$
  select upper(regexp_replace(
    regexp_replace(btrim(p_number), '(^|[^0-9])0+(?=[0-9]+$)', '\1'), '[^[:alnum:]]', '', 'g'));
$$;

-- Counts again what can be paid of these invoices. Their rows are locked before the uses are read, so that of two
-- settlements of one invoice the second counts what the first one wrote.
create function recount_payable(p_cufes text[]) returns void language plpgsql as $$
begin
  perform from invoice i where i.cufe = any(p_cufes) order by i.cufe for no key update;
  update invoice i set payable_uses = now.uses, payable_amount = now.amount, payable_from = now.first_at,
    payable_to = now.last_at
  from (
    select c.cufe, count(u.id)::int as uses, coalesce(sum(u.amount), 0)::bigint as amount, min(u.at) as first_at,
      max(u.at) as last_at
    from unnest(p_cufes) as c(cufe)
    left join settlement s on s.cufe = c.cufe and s.state = 'invoiced' and s.payment_id is null
    left join order_use u on u.id = s.use_id
    group by c.cufe
  ) now
  where i.cufe = now.cufe and (i.payable_uses, i.payable_amount, i.payable_from, i.payable_to)
    is distinct from (now.uses, now.amount, now.first_at, now.last_at);
end $$;

-- Once a statement and not once a row: an invoice of 500 uses is counted once.
create function count_payable() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform recount_payable(array(select distinct a.cufe from rows_after a where a.cufe is not null));
  elsif tg_op = 'DELETE' then
    perform recount_payable(array(select distinct b.cufe from rows_before b where b.cufe is not null));
  else
    perform recount_payable(array(select b.cufe from rows_before b where b.cufe is not null
      union select a.cufe from rows_after a where a.cufe is not null));
  end if;
  return null;
end $$;

create trigger settlement_is_payable after insert on settlement
  referencing new table as rows_after for each statement execute function count_payable();
create trigger settlement_stays_payable after update on settlement
  referencing old table as rows_before new table as rows_after for each statement execute function count_payable();
create trigger settlement_was_payable after delete on settlement
  referencing old table as rows_before for each statement execute function count_payable();

-- Counts all of them again beside the traffic: a settlement that is under way holds its invoice, and this waits for it.
-- For a migration, and after a manual repair of the settlement.
create function rebuild_payable() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from invoice i order by i.cufe for no key update;
  perform recount_payable(array(select s.cufe from settlement s where s.state = 'invoiced' and s.payment_id is null
    union select i.cufe from invoice i where i.payable_uses > 0));
end $$;

-- Invoices that charge uses, and what of each can be paid now. Guards against: two invoices with one CUFE, one invoice
-- under two spellings, two invoices that are taken for one, and a page of what can be paid that reads the whole ledger.

-- Records the invoice, or answers why it cannot. An invoice of a provider has one CUFE, and a CUFE belongs to one
-- invoice of one provider, as long as the invoice charges a use. Spellings of a number ("FE-10", "fe 10", "FE-0010")
-- are the same invoice. The value is replaced by the latest one; earlier versions of the application send none.
create function take_invoice(p_provider uuid, p_number text, p_cufe text, p_value bigint) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  keys text[] := invoice_keys(p_number);
  told boolean := strpos(p_number, '-') > 0;
  known invoice;
begin
  insert into invoice (provider_id, number_key, cufe, value) values (p_provider, keys[1], p_cufe, p_value)
  on conflict do nothing;
  select * into known from invoice i where i.cufe = p_cufe;
  if known.cufe is null and told then
    -- One that nobody can correct any more leaves the number to the invoice that has it, and keeps it without a hyphen.
    update invoice i set number_key = bare from replace(keys[1], '-', '') bare
    where i.provider_id = p_provider and i.number_key = keys[1] and is_number_assumed(i.cufe, bare)
      and not exists (select from invoice other where other.provider_id = p_provider and other.number_key = bare);
    insert into invoice (provider_id, number_key, cufe, value) values (p_provider, keys[1], p_cufe, p_value)
    on conflict do nothing returning * into known;
  end if;
  if known.cufe is null then return 'invoice_other_cufe'; end if;
  -- One that has this CUFE is the same invoice where one of the two was typed without its hyphen.
  if known.provider_id <> p_provider or known.number_key <> all(keys) and not keys && invoice_keys(known.number_key)
    and not exists (select from settlement s where s.cufe = p_cufe and keys && invoice_keys(s.invoice))
  then return 'cufe_taken'; end if;
  -- Once its prefix is told, its number is free for the invoice that it was taken for. Keys of before that another one
  -- has already stay as they are.
  if known.number_key <> all(keys) then
    update invoice i set number_key = keys[1] where i.cufe = p_cufe and not exists (
      select from invoice other where other.provider_id = p_provider and other.number_key = keys[1]);
    if not found and (known.number_key = invoice_key(known.number_key)
      or told and is_number_assumed(p_cufe, known.number_key)) then return 'invoice_other_cufe'; end if;
  end if;
  update invoice i set value = p_value where i.cufe = p_cufe and p_value is not null;
  return null;
end $$;

-- Whether nobody can tell any more where the number of an invoice is cut: all of its uses are paid, so that none brings
-- its hyphen, none was typed with it, and it could be cut in more than one place.
create function is_number_assumed(p_cufe text, p_bare text) returns boolean language sql stable as $$
  select cardinality(invoice_keys(p_bare)) > 1 and not exists (
    select from settlement s where s.cufe = p_cufe and (s.state <> 'paid' or strpos(s.invoice, '-') > 0));
$$;

-- A number as invoices are compared: its prefix, a hyphen, and its number without zeros before it. Providers may have
-- both prefixes "FE" and "FE1", so that "FE-110" and "FE1-10" are two invoices.
create function invoice_key(p_number text) returns text
language sql immutable set search_path = public, pg_temp as $$
  select (invoice_keys(p_number))[1];
$$;

-- What a typed number can mean, the likeliest first. A hyphen ends the prefix, and so does a space behind its letters;
-- without one it ends with its last letter, and may have been longer, up to the four signs that the DIAN allows.
create function invoice_keys(p_number text) returns text[]
language plpgsql immutable set search_path = public, pg_temp as $$
declare
  typed text := upper(btrim(p_number));
  halves text[] := coalesce(regexp_match(typed, '^(.*)-([^-]*)$'),
    regexp_match(typed, '^(.*[A-Z][A-Z0-9]*)[^A-Z0-9]+([0-9][^A-Z]*)$'));
  whole text[] := regexp_match(invoice_signs(typed), '^(.*[A-Z])?([0-9]+)$');
  lead text := coalesce(whole[1], '');
begin
  if halves is not null then return array[join_invoice_key(halves[1], halves[2])]; end if;
  if whole is null then return array[invoice_signs(typed)]; end if;
  return array(
    select join_invoice_key(lead || left(whole[2], more), substr(whole[2], more + 1))
    from generate_series(0, greatest(0, least(4 - length(lead), length(whole[2]) - 1))) more order by more);
end $$;

create function join_invoice_key(p_prefix text, p_number text) returns text
language sql immutable set search_path = public, pg_temp as $$
  select case invoice_signs(p_prefix) when '' then '' else invoice_signs(p_prefix) || '-' end
    || regexp_replace(invoice_signs(p_number), '^0+(?=[0-9])', '');
$$;

create function invoice_signs(p_text text) returns text
language sql immutable set search_path = public, pg_temp as $$
  select regexp_replace(p_text, '[^A-Z0-9]', '', 'g');
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

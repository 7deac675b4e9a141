-- Invoices that charge uses. Guards against: two invoices with one CUFE, and one invoice under two spellings.

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
  update invoice i set value = p_value where i.cufe = p_cufe and i.provider_id = p_provider and p_value is not null;
  select * into known from invoice i where i.cufe = p_cufe;
  -- Keys of before kept the zeros.
  if known.provider_id = p_provider and key in (known.number_key, invoice_key(known.number_key))
  then return null; end if;
  return case when known.cufe is null then 'invoice_other_cufe' else 'cufe_taken' end;
end $$;

create function invoice_key(p_number text) returns text
language sql immutable set search_path = public, pg_temp as $$
  select upper(regexp_replace(
    regexp_replace(btrim(p_number), '(^|[^0-9])0+(?=[0-9]+$)', '\1'), '[^[:alnum:]]', '', 'g'));
$$;

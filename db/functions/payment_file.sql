-- What the files of a payment run are made of. Guards against: a file that left without a line of the log, and numbers
-- of accounts for who may not settle.

-- Writes down who took a file of a run along. Only for who reads payments.
create function log_payment_export(p_actor uuid, p_payment uuid, p_for text, p_format text, p_ip text)
returns payment_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  run payment;
begin
  if not may(p_actor, 'settlement.read') then return 'not_allowed'; end if;
  select * into run from payment p where p.id = p_payment;
  if run.id is null then return 'not_found'; end if;
  perform audit_append(p_action => 'payment.exported', p_actor => p_actor, p_subject_kind => 'payment',
    p_subject_id => p_payment::text, p_ip => p_ip,
    p_detail => jsonb_build_object('payment', run.serial, 'for', p_for, 'format', p_format)
      || jsonb_build_object('number', payment_detail(run) -> 'number'));
  return 'done';
end $$;

-- The uses of a run with what their receipts say, provider by provider, after one of them. For its files.
create function payment_rows(p_payment uuid, p_after_name text, p_after_serial bigint, p_limit int)
returns table (
  provider_id uuid, provider_name text, nit text, check_digit int, invoice text, cufe text, invoice_value bigint,
  use_id uuid, serial bigint, at timestamptz, kind_name text, number text, amount bigint
) language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_after_name, p_after_serial, invoice_value
  select v.id, v.legal_name, v.nit, v.check_digit::int, x.invoice, x.cufe, x.invoice_value, u.id, u.serial, u.at,
    k.name, o.number, x.amount
  from payment_use x
  join provider v on v.id = x.provider_id
  join order_use u on u.id = x.use_id
  join "order" o on o.id = u.order_id
  join order_kind k on k.code = o.kind_code
  where x.payment_id = p_payment
    and (p_after_name is null or (v.legal_name, u.serial) > (p_after_name, p_after_serial))
  order by v.legal_name, u.serial limit p_limit;
$$;

-- The sealed numbers of a run, for the bank's file of who may settle. That the file left is logged by
-- log_payment_export.
create function payment_account_numbers(p_payment uuid, p_actor uuid)
returns table (account uuid, number_sealed bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.number_sealed from payment_accounts(p_payment) p join bank_account a on a.id = p.account
  where may(p_actor, 'settlement.manage');
$$;

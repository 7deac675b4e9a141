-- Payment runs: invoices of many providers that are paid together. One person makes a run, another one approves it. A
-- run is never edited: one that is wrong is returned, and what was paid by mistake is reversed by an entry of its own,
-- which a second person approves too. Guards against: a payment that one person makes and approves, an invoice that is
-- paid twice, and an approval of another list than the one shown.

create domain payment_outcome as text check (value in ('done', 'not_allowed', 'own_provider', 'not_found', 'changed',
  'decided', 'same_person', 'legalizer', 'reversal_waits'));

-- What can be paid now, all together.
create function payable_total() returns table (invoices int, uses int, amount bigint)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: one row
  select count(*)::int, coalesce(sum(i.payable_uses), 0)::int, coalesce(sum(i.payable_amount), 0)::bigint
  from invoice i where i.payable_uses > 0;
$$;

-- Invoices of which all uses can be paid now, with their version: how many uses they charge, and how much. An invoice
-- of which a use is objected shows what is left of it beside its value. Without p_cufes the first p_limit of all.
create function payable_invoices(p_cufes text[], p_limit int default null)
returns table (
  cufe text, provider_id uuid, provider_name text, nit text, check_digit int, invoice text, uses int, amount bigint,
  value bigint, first_at timestamptz, last_at timestamptz, version text
) language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_cufes, p_limit, value
  select r.cufe, v.id, v.legal_name, v.nit, v.check_digit::int, r.invoice, r.uses, r.amount, i.value, r.first_at,
    r.last_at, r.uses || '.' || r.amount
  from (
    select s.cufe, u.provider_id, min(s.invoice) as invoice, count(*)::int as uses, sum(u.amount)::bigint as amount,
      min(u.at) as first_at, max(u.at) as last_at
    from settlement s join order_use u on u.id = s.use_id
    where s.state = 'invoiced' and s.payment_id is null and s.cufe = any(coalesce(p_cufes, array(
      select i.cufe from invoice i join provider v on v.id = i.provider_id where i.payable_uses > 0
      order by v.legal_name, i.payable_from, i.cufe limit p_limit)))
    group by s.cufe, u.provider_id
  ) r
  join provider v on v.id = r.provider_id
  left join invoice i on i.cufe = r.cufe and i.provider_id = r.provider_id
  order by v.legal_name, r.first_at, r.cufe;
$$;

-- Whether somebody works or worked for a provider of a payment run.
create function works_for_paid(p_person uuid, p_payment uuid) returns boolean language sql stable as $$
  select exists (select from payment_use x join membership m on m.provider_id = x.provider_id
    where x.payment_id = p_payment and m.person_id = p_person);
$$;

-- Whatever moves uses holds their providers, in one order and after the row of its run.
create function lock_paid_providers(p_payment uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from provider v where v.id in (select x.provider_id from payment_use x where x.payment_id = p_payment)
    order by v.id for no key update;
end $$;

-- Makes a run of the invoices that were ticked, all or none. The same key again answers the run that it made. Outcomes:
-- 'done', 'not_allowed', 'own_provider', 'changed' (an invoice is not as it was shown, or is in another run).
create function make_payment(
  p_actor uuid, p_key uuid, p_pay_on date, p_reference text, p_cufes text[], p_versions text[], p_ip text
) returns table (outcome payment_outcome, run_id uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: run_id
declare
  run payment;
  locked uuid[];
begin
  if not may(p_actor, 'settlement.manage')
  then return query select 'not_allowed'::payment_outcome, null::uuid; return; end if;
  -- One key is one run, however often and together its form is sent.
  perform pg_advisory_xact_lock(hashtextextended(p_key::text, 0));
  select * into run from payment p where p.key = p_key and p.made_by = p_actor;
  if found then return query select 'done'::payment_outcome, run.id; return; end if;
  -- Whoever settles, or returns or reverses a run, locks the provider too, so that what is read below stands. Not only
  -- of what can be paid: another run may give an invoice back while this waits.
  locked := array(select v.id from provider v where v.id in (
    select u.provider_id from settlement s join order_use u on u.id = s.use_id where s.cufe = any(p_cufes))
    order by v.id for no key update);
  if exists (select from membership m where m.person_id = p_actor and m.provider_id = any(locked))
  then return query select 'own_provider'::payment_outcome, null::uuid; return; end if;
  if coalesce(cardinality(p_cufes), 0) = 0 or exists (
    select from unnest(p_cufes, p_versions) as shown(cufe, version)
    left join payable_invoices(p_cufes) now on now.cufe = shown.cufe and now.provider_id = any(locked)
    where now.version is distinct from shown.version)
  then return query select 'changed'::payment_outcome, null::uuid; return; end if;

  -- One statement, so that the sum is of the uses that it lists.
  with paid as materialized (
    select u.id as use_id, u.provider_id, s.invoice, s.cufe, i.value as invoice_value, u.amount
    from settlement s join order_use u on u.id = s.use_id
    left join invoice i on i.cufe = s.cufe and i.provider_id = u.provider_id
    where s.state = 'invoiced' and s.payment_id is null and s.cufe = any(p_cufes) and u.provider_id = any(locked)
  ), made as (
    insert into payment (kind, pay_on, reference, providers, uses, amount, state, made_at, made_by, key)
    select 'payment', p_pay_on, p_reference, count(distinct d.provider_id), count(*), sum(d.amount), 'pending',
      clock_timestamp(), p_actor, p_key
    from paid d returning *
  ), listed as (
    insert into payment_use (payment_id, use_id, provider_id, invoice, cufe, invoice_value, amount)
    select m.id, d.* from made m cross join paid d
  )
  select m.* into run from made m;
  insert into payment_account (payment_id, provider_id, made_with)
  select run.id, a.provider_id, a.account from payment_accounts(run.id) a;
  update settlement s set payment_id = run.id from payment_use x where x.payment_id = run.id and s.use_id = x.use_id;
  perform audit_append(p_action => 'payment.made', p_actor => p_actor, p_subject_kind => 'payment',
    p_subject_id => run.id::text, p_ip => p_ip, p_detail => payment_detail(run));
  return query select 'done'::payment_outcome, run.id;
end $$;

-- Asks to take back what a payment paid by mistake: some of its invoices, or all of them. They can be paid again, or
-- objected to, once a second person has approved it. 'reversal_waits': another reversal of one of them waits.
create function make_payment_reversal(
  p_actor uuid, p_key uuid, p_payment uuid, p_cufes text[], p_reason text, p_ip text
) returns table (outcome payment_outcome, run_id uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: run_id
declare
  run payment;
  paid payment;
begin
  if not may(p_actor, 'settlement.manage')
  then return query select 'not_allowed'::payment_outcome, null::uuid; return; end if;
  select * into paid from payment p where p.id = p_payment for no key update;
  if paid.id is null then return query select 'not_found'::payment_outcome, null::uuid; return; end if;
  select * into run from payment p where p.key = p_key and p.made_by = p_actor;
  if found then return query select 'done'::payment_outcome, run.id; return; end if;
  if works_for_paid(p_actor, p_payment)
  then return query select 'own_provider'::payment_outcome, null::uuid; return; end if;
  if exists (select from payment_use x join payment p on p.id = x.payment_id
    where p.reverses = p_payment and p.state = 'pending' and x.cufe = any(p_cufes))
  then return query select 'reversal_waits'::payment_outcome, null::uuid; return; end if;
  if paid.kind <> 'payment' or coalesce(cardinality(p_cufes), 0) = 0
    or exists (select from unnest(p_cufes) as shown(cufe) where not exists (
      select from payment_use x where x.payment_id = p_payment and x.cufe = shown.cufe))
    or exists (select from payment_use x join settlement s on s.use_id = x.use_id
      where x.payment_id = p_payment and x.cufe = any(p_cufes)
        and (s.payment_id is distinct from p_payment or s.state <> 'paid'))
  then return query select 'changed'::payment_outcome, null::uuid; return; end if;

  insert into payment (kind, reverses, reason, pay_on, reference, providers, uses, amount, state, made_at, made_by, key)
  select 'reversal', p_payment, p_reason, bogota_today(), paid.reference, count(distinct x.provider_id), count(*),
    sum(x.amount), 'pending', clock_timestamp(), p_actor, p_key
  from payment_use x where x.payment_id = p_payment and x.cufe = any(p_cufes) returning * into run;
  insert into payment_use (payment_id, use_id, provider_id, invoice, cufe, invoice_value, amount)
  select run.id, x.use_id, x.provider_id, x.invoice, x.cufe, x.invoice_value, x.amount
  from payment_use x where x.payment_id = p_payment and x.cufe = any(p_cufes);
  perform audit_append(p_action => 'payment.reversal_asked', p_actor => p_actor, p_subject_kind => 'payment',
    p_subject_id => run.id::text, p_ip => p_ip, p_detail => payment_detail(run));
  return query select 'done'::payment_outcome, run.id;
end $$;

-- Approves a run or a reversal, once. Outcomes: 'done', 'not_allowed', 'not_found', 'decided', 'same_person' (who made
-- it), 'legalizer' (who legalised one of its uses), 'own_provider', 'changed' (its uses are not as they
-- were, or the accounts that it pays into not those of p_accounts; processes of before say none).
create function approve_payment(
  p_actor uuid, p_payment uuid, p_mails jsonb, p_ip text, p_accounts text default null
) returns payment_outcome language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_accounts
declare
  run payment;
  state_before text;
begin
  if not may(p_actor, 'settlement.approve') then return 'not_allowed'; end if;
  select * into run from payment p where p.id = p_payment for no key update;
  if run.id is null then return 'not_found'; end if;
  if run.state <> 'pending' then return 'decided'; end if;
  if run.made_by = p_actor then return 'same_person'; end if;
  if works_for_paid(p_actor, p_payment) then return 'own_provider'; end if;
  if run.kind = 'payment' and exists (select from payment_use x join settlement s on s.use_id = x.use_id
    where x.payment_id = p_payment and s.legalized_by = p_actor) then return 'legalizer'; end if;
  -- The same locks in the same order as of whoever settles or takes back.
  perform lock_paid_providers(p_payment);
  perform from "order" o where o.id in (
    select u.order_id from payment_use x join order_use u on u.id = x.use_id where x.payment_id = p_payment)
    order by o.id for no key update;
  state_before := case run.kind when 'payment' then 'invoiced' else 'paid' end;
  if (select count(*) from payment_use x join settlement s on s.use_id = x.use_id
    where x.payment_id = p_payment and s.state = state_before
      and s.payment_id = coalesce(run.reverses, p_payment)) <> run.uses then return 'changed'; end if;
  if p_accounts <> payment_accounts_version(p_payment) then return 'changed'; end if;

  update settlement s set state = case run.kind when 'payment' then 'paid' else 'invoiced' end,
    payment_id = case run.kind when 'payment' then p_payment end, changed_at = clock_timestamp(), changed_by = p_actor
  from payment_use x where x.payment_id = p_payment and s.use_id = x.use_id;
  insert into payment_account (payment_id, provider_id, paid_to)
  select p_payment, a.provider_id, a.account from payment_accounts(p_payment) a where run.kind = 'payment'
  on conflict (payment_id, provider_id) do update set paid_to = excluded.paid_to;
  update payment set state = 'approved', decided_at = clock_timestamp(), decided_by = p_actor where id = p_payment;
  perform queue_mails(p_mails);
  perform audit_append(p_action => case run.kind when 'payment' then 'payment.approved' else 'payment.reversed' end,
    p_actor => p_actor, p_subject_kind => 'payment', p_subject_id => p_payment::text, p_ip => p_ip,
    p_detail => payment_detail(run));
  perform audit_append(p_action => case run.kind when 'payment' then 'use.paid' else 'use.payment_reversed' end,
    p_actor => p_actor, p_provider => x.provider_id, p_subject_kind => 'use', p_subject_id => x.use_id::text,
    p_ip => p_ip, p_detail => jsonb_build_object('payment', run.serial))
  from payment_use x where x.payment_id = p_payment;
  return 'done';
end $$;

-- Returns a run to its maker with a reason, or its maker withdraws it: its invoices can be paid by another one.
create function return_payment(p_actor uuid, p_payment uuid, p_reason text, p_ip text)
returns payment_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  run payment;
begin
  if not may(p_actor, 'settlement.manage') then return 'not_allowed'; end if;
  select * into run from payment p where p.id = p_payment for no key update;
  if run.id is null then return 'not_found'; end if;
  if run.made_by <> p_actor and not may(p_actor, 'settlement.approve') then return 'not_allowed'; end if;
  if run.state <> 'pending' then return 'decided'; end if;
  perform lock_paid_providers(p_payment);
  update settlement s set payment_id = null from payment_use x
  where x.payment_id = p_payment and s.use_id = x.use_id and run.kind = 'payment';
  update payment set state = 'returned', decided_at = clock_timestamp(), decided_by = p_actor, decision = p_reason
  where id = p_payment;
  perform audit_append(p_action => 'payment.returned', p_actor => p_actor, p_subject_kind => 'payment',
    p_subject_id => p_payment::text, p_ip => p_ip,
    p_detail => payment_detail(run) || jsonb_build_object('reason', p_reason));
  return 'done';
end $$;

-- What the log says of a run; its number as people say it (domain/payment/payment-number.ts).
create function payment_detail(p_run payment) returns jsonb language sql stable as $$
  select jsonb_strip_nulls(jsonb_build_object('number',
    'PG-' || left(bogota_day(p_run.made_at)::text, 5)
      || lpad(p_run.serial::text, greatest(6, length(p_run.serial::text)), '0'),
    'providers', p_run.providers, 'uses', p_run.uses, 'amount', p_run.amount, 'reason', p_run.reason));
$$;

-- The invoices of a run, each with how many of its uses were taken back and what is left of it to be paid.
create function payment_invoices(p_payment uuid)
returns table (
  provider_id uuid, provider_name text, nit text, check_digit int, invoice text, cufe text, invoice_value bigint,
  uses int, amount bigint, first_at timestamptz, last_at timestamptz, reversed int, left_amount bigint
) language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: invoice_value
  select v.id, v.legal_name, v.nit, v.check_digit::int, min(x.invoice), x.cufe, max(x.invoice_value), count(*)::int,
    sum(x.amount)::bigint, min(u.at), max(u.at), count(*) filter (where back.is_so)::int,
    coalesce(sum(x.amount) filter (where not back.is_so), 0)::bigint
  from payment_use x join provider v on v.id = x.provider_id join order_use u on u.id = x.use_id
  cross join lateral (select exists (
    select from payment_use y join payment p on p.id = y.payment_id
    where y.use_id = x.use_id and p.reverses = p_payment and p.state = 'approved') as is_so) back
  where x.payment_id = p_payment
  group by v.id, x.cufe
  order by v.legal_name, min(u.at), x.cufe;
$$;

-- The settlement of uses: what a provider used in a period, and each use's way from open to paid. Guards against: a use
-- that is paid twice or paid after it was reversed, a decision on another version than the one shown, and a page that
-- gets slower with the number of uses.

-- A provider's uses between two days of Bogotá with the settlement state of each. Reversed uses are left out. The
-- planner inlines this function into the statements below, so that a page reads only its own rows.
create domain settlement_state as text check (value in ('open', 'legalized', 'invoiced', 'paid', 'objected'));

create function settlement_uses(p_provider uuid, p_from date, p_to date)
returns table (
  use_id uuid, serial bigint, at timestamptz, order_id uuid, amount bigint, counter_id uuid,
  use_invoice text, state text, invoice text, cufe text, objection text
) language sql stable as $$
  select u.id, u.serial, u.at, u.order_id, u.amount, u.counter_id, u.invoice, coalesce(s.state, 'open'),
    s.invoice, s.cufe, s.objection
  from order_use u
  left join settlement s on s.use_id = u.id
  where u.provider_id = p_provider and u.kind = 'use'
    and u.at >= bogota_start(p_from)
    and u.at < bogota_start(p_to + 1)
    and not exists (select from order_use undo where undo.undoes = u.id);
$$;

-- One page of a provider's uses, oldest first, by offset or after a given use (keyset pagination). p_state null means
-- every state. The daily sums say on which days the page lies, so that only the uses of those days are read. Hash and
-- merge joins are off, so that each use finds its state and its reversal through an index, however many rows the
-- planner expects.
create function settlement_rows(
  p_provider uuid, p_from date, p_to date, p_state text, p_after timestamptz, p_after_serial bigint, p_limit int,
  p_offset int
) returns table (
  use_id uuid, serial bigint, at timestamptz, cursor_at text, kind_name text, number text, amount bigint,
  branch_id uuid, branch text, counter text, use_invoice text, state settlement_state, invoice text, cufe text,
  objection text, version text, payment bigint, payment_at timestamptz, paid_on date, payment_reference text
) language plpgsql stable security definer set search_path = public, pg_temp set enable_hashjoin = off
set enable_mergejoin = off as $$
-- contract: nullable: p_state, p_after, p_after_serial
-- contract: nullable: branch_id, branch, counter, use_invoice, invoice, cufe, objection
-- contract: nullable: payment, payment_at, paid_on, payment_reference
#variable_conflict use_column
declare
  after_day date := bogota_day(p_after);
  days date[];
  before bigint;
begin
  -- The page may begin in the middle of the day of p_after, so that day is read but not counted by its sum.
  select array_agg(r.day order by r.day) filter (where r.upto > p_offset and r.upto - r.uses < p_offset + p_limit),
    coalesce(max(r.upto) filter (where r.upto <= p_offset), 0)
  into days, before
  from (
    select s.day, sum(s.uses) as uses, sum(sum(s.uses)) over (order by s.day) as upto
    from settlement_sum s
    where s.provider_id = p_provider and s.day between greatest(p_from, after_day + 1) and p_to
      and (p_state is null or s.state = p_state)
    group by s.day having sum(s.uses) <> 0
  ) r;
  if after_day between p_from and p_to then days := after_day || days; end if;
  return query
  select r.use_id, r.serial, r.at, r.at::text, k.name, o.number, r.amount, b.id, b.name, c.name, r.use_invoice,
    r.state::settlement_state, r.invoice, r.cufe, r.objection, use_version(r.use_id), p.serial, p.made_at, p.pay_on,
    p.reference
  from (
    select every.* from unnest(days) as d(day) cross join lateral settlement_uses(p_provider, d.day, d.day) every
    where (p_state is null or every.state = p_state)
      and (p_after is null or (every.at, every.serial) > (p_after, p_after_serial))
    order by every.at, every.serial limit p_limit offset p_offset - before
  ) r
  join "order" o on o.id = r.order_id
  join order_kind k on k.code = o.kind_code
  left join counter c on c.id = r.counter_id
  left join branch b on b.id = c.branch_id
  left join settlement s on s.use_id = r.use_id
  left join payment p on p.id = s.payment_id and p.state = 'approved'
  order by r.at, r.serial;
end $$;

-- Number and amount of a provider's uses in a period, by branch and state.
create function settlement_sums(p_provider uuid, p_from date, p_to date)
returns table (branch_id uuid, branch text, state settlement_state, uses int, amount bigint)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: branch_id, branch
  select r.branch_id, b.name, r.state, r.uses, r.amount
  from (
    select s.branch_id, s.state, sum(s.uses)::int as uses, sum(s.amount)::bigint as amount
    from settlement_sum s
    where s.provider_id = p_provider and s.day between p_from and p_to
    group by s.branch_id, s.state having sum(s.uses) <> 0
  ) r
  left join branch b on b.id = r.branch_id;
$$;

-- The same two for a person of the provider who may export its history; nobody else gets a row.
create function own_settlement_rows(
  p_provider uuid, p_person uuid, p_from date, p_to date, p_after timestamptz, p_after_serial bigint, p_limit int,
  p_offset int
) returns table (
  use_id uuid, serial bigint, at timestamptz, cursor_at text, kind_name text, number text, amount bigint,
  branch_id uuid, branch text, counter text, use_invoice text, state settlement_state, invoice text, cufe text,
  objection text, version text, payment bigint, payment_at timestamptz, paid_on date, payment_reference text
) language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_after, p_after_serial
-- contract: nullable: branch_id, branch, counter, use_invoice, invoice, cufe, objection
-- contract: nullable: payment, payment_at, paid_on, payment_reference
  select r.* from settlement_rows(p_provider => p_provider, p_from => p_from, p_to => p_to, p_state => null,
    p_after => p_after, p_after_serial => p_after_serial, p_limit => p_limit, p_offset => p_offset) r
  where may_for(p_person, p_provider, 'history.export');
$$;

create function own_settlement_sums(p_provider uuid, p_person uuid, p_from date, p_to date)
returns table (branch_id uuid, branch text, state settlement_state, uses int, amount bigint)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: branch_id, branch
  select r.* from settlement_sums(p_provider, p_from, p_to) r
  where may_for(p_person, p_provider, 'history.export');
$$;

-- Each provider's uses within the days, by settlement state. p_like: a pattern of a NIT, null is every provider;
-- p_words: words within the name, in any order. Without words p_like is of either. The planner inlines it.
create function settlement_by_provider(p_from date, p_to date, p_like text, p_words text[] default null)
returns table (
  provider_id uuid, provider_name text, nit text, check_digit int, uses int, amount bigint, open bigint,
  legalized bigint, invoiced bigint, paid bigint, objected bigint
) language sql stable as $$
  select v.id, v.legal_name, v.nit, v.check_digit::int, r.uses, r.amount, r.open, r.legalized, r.invoiced, r.paid,
    r.objected
  from (
    select s.provider_id, sum(s.uses)::int as uses, sum(s.amount)::bigint as amount,
      coalesce(sum(s.amount) filter (where s.state = 'open'), 0)::bigint as open,
      coalesce(sum(s.amount) filter (where s.state = 'legalized'), 0)::bigint as legalized,
      coalesce(sum(s.amount) filter (where s.state = 'invoiced'), 0)::bigint as invoiced,
      coalesce(sum(s.amount) filter (where s.state = 'paid'), 0)::bigint as paid,
      coalesce(sum(s.amount) filter (where s.state = 'objected'), 0)::bigint as objected
    from settlement_sum s where s.day between p_from and p_to
    group by s.provider_id having sum(s.uses) <> 0
  ) r
  join provider v on v.id = r.provider_id
  where p_like is null or v.nit like p_like
    or plain_words(v.legal_name) like all(coalesce(p_words, array[plain_words(p_like)]));
$$;

-- One page of the providers with uses in a period, by name.
create function settlement_providers(
  p_from date, p_to date, p_like text, p_limit int, p_offset int, p_words text[] default null
) returns table (
  provider_id uuid, provider_name text, nit text, check_digit int, uses int, open bigint, legalized bigint,
  invoiced bigint, paid bigint, objected bigint
) language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_like, p_words
  select r.provider_id, r.provider_name, r.nit, r.check_digit, r.uses, r.open, r.legalized, r.invoiced, r.paid,
    r.objected
  from settlement_by_provider(p_from, p_to, p_like, p_words) r
  order by r.provider_name, r.provider_id limit p_limit offset p_offset;
$$;

-- The totals of the same list.
create function settlement_totals(p_from date, p_to date, p_like text, p_words text[] default null)
returns table (providers int, uses int, amount bigint)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: p_like, p_words
  select count(*)::int, coalesce(sum(r.uses), 0)::int, coalesce(sum(r.amount), 0)::bigint
  from settlement_by_provider(p_from, p_to, p_like, p_words) r;
$$;

-- The states from which a person may move a use to another (domain/settlement/rules.ts). To 'paid' and back only a
-- payment run moves it (payment.sql).
create function may_settle(p_from text, p_to text) returns boolean language sql immutable as $$
  select (p_from, p_to) in (('open', 'legalized'), ('open', 'objected'), ('legalized', 'invoiced'),
    ('legalized', 'objected'), ('invoiced', 'objected'), ('objected', 'legalized'));
$$;

-- Whether a use can no longer be reversed, because it is settled in any state but objected.
create function is_use_final(p_use uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from settlement s where s.use_id = p_use and s.state <> 'objected');
$$;

-- Whether this is a use that was not reversed.
create function is_use_standing(p_use uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from order_use u where u.id = p_use and u.kind = 'use')
    and not exists (select from order_use undo where undo.undoes = p_use);
$$;

-- Moves uses of one provider to another settlement state, all or none. It takes the same order locks as a reversal, so
-- that a use is not settled and reversed at once. Outcomes: 'done', 'not_allowed', 'own_provider' (the person works or
-- worked there), 'changed' (a use differs from its version in p_versions, which earlier versions of the application do
-- not send), 'state_changed' (a use cannot make this transition, was reversed, or is another provider's), 'undo_waits'
-- (the provider asked to reverse a use, which could not be done once it is legalized), 'cufe_taken' (another invoice
-- has the CUFE), 'invoice_other_cufe' (the provider's invoice of this number has another CUFE), 'invoice_sum' (the uses
-- of the invoice do not add up to its value), 'in_payment' (a use is in a payment run that waits for approval).
create domain settle_outcome as text
  check (value in ('done', 'not_allowed', 'own_provider', 'changed', 'state_changed', 'undo_waits', 'cufe_taken',
    'invoice_other_cufe', 'invoice_sum', 'in_payment'));

create function settle_uses(
  p_actor uuid, p_provider uuid, p_uses uuid[], p_to text, p_invoice text, p_cufe text, p_reason text,
  p_mails jsonb, p_ip text, p_versions text[] default null, p_value bigint default null
) returns settle_outcome language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_value
declare
  movable int;
  fault text;
begin
  if not may(p_actor, 'settlement.manage') then return 'not_allowed'; end if;
  if exists (select from membership m where m.person_id = p_actor and m.provider_id = p_provider)
  then return 'own_provider'; end if;
  -- Calls for one provider run one after the other. Otherwise an invoice could be deleted because it lost its last use
  -- while another call adds a use to it.
  perform from provider v where v.id = p_provider for no key update;
  perform from "order" o where o.id in (select u.order_id from order_use u where u.id = any(p_uses))
    order by o.id for no key update;
  if p_versions is not null and exists (select from unnest(p_uses, p_versions) as shown(use_id, version)
    where shown.version is distinct from use_version(shown.use_id)) then return 'changed'; end if;
  select count(*) into movable from order_use u left join settlement s on s.use_id = u.id
  where u.id = any(p_uses) and u.kind = 'use' and u.provider_id = p_provider
    and not exists (select from order_use undo where undo.undoes = u.id)
    and may_settle(coalesce(s.state, 'open'), p_to);
  if movable = 0 or movable <> (select count(distinct x) from unnest(p_uses) x) then return 'state_changed'; end if;
  if p_to = 'legalized' and exists (select from undo_request r where r.use_id = any(p_uses) and r.decided_at is null)
  then return 'undo_waits'; end if;

  if exists (select from settlement s where s.use_id = any(p_uses) and s.payment_id is not null)
  then return 'in_payment'; end if;

  if p_to = 'invoiced' then
    if p_value <> (select coalesce(sum(u.amount), 0) from order_use u left join settlement s on s.use_id = u.id
      where u.id = any(p_uses) or (s.cufe = p_cufe and u.provider_id = p_provider)) then return 'invoice_sum'; end if;
    fault := take_invoice(p_provider, p_invoice, p_cufe, p_value);
    if fault is not null then return fault; end if;
  end if;
  insert into settlement (use_id, state, invoice, cufe, objection, changed_at, changed_by)
  select u.id, p_to, case p_to when 'invoiced' then p_invoice end, case p_to when 'invoiced' then p_cufe end,
    case when p_to = 'objected' then p_reason end, clock_timestamp(), p_actor
  from order_use u where u.id = any(p_uses)
  on conflict (use_id) do update set state = excluded.state, invoice = excluded.invoice, cufe = excluded.cufe,
    objection = excluded.objection, changed_at = excluded.changed_at, changed_by = excluded.changed_by;
  delete from invoice i where i.provider_id = p_provider and not exists (
    select from settlement s join order_use u on u.id = s.use_id
    where u.provider_id = i.provider_id and s.cufe = i.cufe);
  perform queue_mails(p_mails);
  perform audit_append(p_action => 'use.' || p_to, p_actor => p_actor, p_provider => p_provider,
    p_subject_kind => 'use', p_subject_id => x::text, p_ip => p_ip,
    p_detail => jsonb_strip_nulls(jsonb_build_object('invoice', case when p_to = 'invoiced' then p_invoice end,
    'cufe', case when p_to = 'invoiced' then p_cufe end, 'value', case when p_to = 'invoiced' then p_value end,
    'reason', case when p_to = 'objected' then p_reason end)))
  from (select distinct x from unnest(p_uses) x) moved;
  return 'done';
end $$;

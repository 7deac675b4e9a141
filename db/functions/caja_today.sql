-- What the first page of the caja's people says: what waits for them, and how the month's orders stand in money.
-- Guards against: a page, opened at each sign-in, that reads a table whole which grows with the years.

create domain waiting_kind as text check (value in (
  'request', 'renewal', 'correction', 'report', 'undo', 'draft', 'change', 'payment', 'reversal', 'bank_account',
  'import', 'agreement_import', 'rights', 'incident', 'mail'));

-- Imports of the last week that nobody can leave alone: confirmed by nobody yet, failed, or with lines that did not
-- come in, until a later file of the same subject came in whole.
create function imports_to_look_at(p_subject text)
returns table (run uuid, file_name text, since timestamptz, faults int, started_by uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.id, i.file_name, coalesce(i.finished_at, i.started_at), i.refused, i.started_by
  from import_run i
  where i.subject = p_subject and (i.state = 'previewed' or (
    (i.state = 'failed' or (i.state = 'finished' and i.refused > 0))
    and i.finished_at > now() - faulty_import_window()
    and not exists (select from import_run later where later.subject = p_subject and later.state = 'finished'
      and later.refused = 0 and later.finished_at > i.finished_at)));
$$;

-- Whether the provider corrected a request: it waits in its first place and is told apart from a new one.
create function is_corrected(p_request uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from request_event e where e.request_id = p_request and e.kind = 'corrected');
$$;

-- How much waits of each kind: one statement for the menu of every page.
create function count_waiting() returns table (kind waiting_kind, waiting int)
language sql stable security definer set search_path = public, pg_temp as $$
  select k.kind::waiting_kind, count(*)::int
  from request r, lateral (select case when is_corrected(r.id) then 'correction' when r.renews then 'renewal'
    else 'request' end as kind) k
  where r.state = 'submitted' group by k.kind
  union all
  select 'report', count(*)::int from report r where r.decided_at is null and r.withdrawn_at is null
  union all
  select 'undo', count(*)::int from undo_request u
  where u.decided_at is null and not exists (select from order_use back where back.undoes = u.use_id)
  union all
  select 'draft', count(*)::int from "order" o where o.state = 'draft' and o.approval_asked_at is not null
  union all
  select 'change', count(*)::int from order_change c join "order" o on o.id = c.order_id
  where c.state = 'waiting' and c.order_version = o.updated_at
  union all
  select p.kind::waiting_kind, count(*)::int from payment p where p.state = 'pending' group by p.kind
  union all
  select 'bank_account', count(*)::int from bank_account a where a.state = 'proposed'
  union all
  select 'import', count(*)::int from imports_to_look_at('orders')
  union all
  select 'agreement_import', count(*)::int from imports_to_look_at('agreements')
  union all
  select 'rights', count(*)::int from rights_waiting(bogota_today())
  union all
  select 'incident', count(*)::int from incident i where i.state = 'open'
  union all
  select 'mail', count(*)::int from mail m where m.given_up_at is not null;
$$;

-- What waits longest of each of these kinds, p_limit of a kind. `since` is its place among what waits, `sent_at` the
-- moment from which its days are counted, unless it has a day of its own (`due_on`); `ref` is what its page is called
-- by. Mails are one line together. Processes of before know no renewals and no reversals and get them as requests and
-- payments.
create function list_waiting(p_kinds text[], p_limit int)
returns table (
  kind waiting_kind, ref text, since timestamptz, sent_at timestamptz, who text, detail text, amount bigint,
  person uuid, due_on date
) language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: who, amount, person, due_on
  (select case when is_corrected(r.id) then 'correction' when r.renews and 'renewal' = any (p_kinds) then 'renewal'
    else 'request' end::waiting_kind, r.filing_number, r.filed_at, r.submitted_at, v.legal_name, r.filing_number,
    null::bigint, null::uuid, null::date
  from request r join provider v on v.id = r.provider_id
  where r.state = 'submitted' and 'request' = any (p_kinds) order by r.filed_at, r.id limit p_limit)
  union all
  (select 'report', r.folio, r.filed_at, r.filed_at, v.legal_name, r.folio, o.value, null, null
  from report r join provider v on v.id = r.provider_id left join "order" o on o.id = r.order_id
  where r.decided_at is null and r.withdrawn_at is null and 'report' = any (p_kinds)
  order by r.filed_at, r.folio limit p_limit)
  union all
  (select 'undo', u.id::text, u.asked_at, u.asked_at, v.legal_name, o.number, n.amount, null, null
  from undo_request u join order_use n on n.id = u.use_id join "order" o on o.id = n.order_id
  join provider v on v.id = u.provider_id
  where u.decided_at is null and not exists (select from order_use back where back.undoes = u.use_id)
    and 'undo' = any (p_kinds) order by u.asked_at, u.id limit p_limit)
  union all
  (select 'draft', o.id::text, o.approval_asked_at, o.approval_asked_at, p.name, k.name, o.value, p.id, null
  from "order" o join order_kind k on k.code = o.kind_code join person p on p.id = o.drafted_by
  where o.state = 'draft' and o.approval_asked_at is not null and 'draft' = any (p_kinds)
  order by o.approval_asked_at, o.id limit p_limit)
  union all
  (select 'change', o.id::text, c.asked_at, c.asked_at, p.name, o.number, o.balance, p.id, null
  from order_change c join "order" o on o.id = c.order_id join person p on p.id = c.asked_by
  where c.state = 'waiting' and c.order_version = o.updated_at and 'change' = any (p_kinds)
  order by c.asked_at, c.id limit p_limit)
  union all
  (select case when r.kind = 'reversal' and 'reversal' = any (p_kinds) then 'reversal' else 'payment' end::waiting_kind,
    r.id::text, r.made_at, r.made_at, p.name, payment_detail(r) ->> 'number', r.amount, p.id, null
  from payment r join person p on p.id = r.made_by
  where r.state = 'pending' and 'payment' = any (p_kinds) order by r.made_at, r.id limit p_limit)
  union all
  (select 'bank_account', v.id::text, a.proposed_at, a.proposed_at, p.name, v.legal_name, null, p.id, null
  from bank_account a join provider v on v.id = a.provider_id join person p on p.id = a.proposed_by
  where a.state = 'proposed' and 'bank_account' = any (p_kinds) order by a.proposed_at, a.id limit p_limit)
  union all
  (select 'import', i.run::text, i.since, i.since, p.name, i.file_name, null, null, null
  from imports_to_look_at('orders') i left join person p on p.id = i.started_by
  where 'import' = any (p_kinds) order by i.since, i.run limit p_limit)
  union all
  (select 'agreement_import', i.run::text, i.since, i.since, p.name, i.file_name, null, null, null
  from imports_to_look_at('agreements') i left join person p on p.id = i.started_by
  where 'agreement_import' = any (p_kinds) order by i.since, i.run limit p_limit)
  union all
  (select 'rights', r.number, r.filed_at, r.whole_at, null, r.number, null, null,
    coalesce(claim_missing_until(r), r.due_on)
  from rights_waiting(bogota_today()) r where 'rights' = any (p_kinds) order by r.filed_at, r.number limit p_limit)
  union all
  (select 'incident', incident_number(i), i.created_at, i.created_at, p.name, incident_number(i), null, null, i.due_on
  from incident i join person p on p.id = i.created_by
  where i.state = 'open' and 'incident' = any (p_kinds) order by i.created_at, i.id limit p_limit)
  union all
  (select 'mail', '', min(m.given_up_at), min(m.given_up_at), null, count(*)::text, null, null, null
  from mail m where m.given_up_at is not null and 'mail' = any (p_kinds) having count(*) > 0);
$$;

-- Uses at providers by day, net of what was taken back; a day without any is left out.
create function uses_by_day(p_from date, p_to date) returns table (day date, uses int, amount bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.day, sum(s.uses)::int, sum(s.amount)::bigint from settlement_sum s
  where s.day between p_from and p_to group by s.day having sum(s.uses) <> 0 order by s.day;
$$;

-- What look-ups of these days were answered, the most frequent first: from the sums of days that were counted, and for
-- the others from the look-ups themselves.
create function answers_by_outcome(p_from date, p_to date) returns table (outcome text, answers int)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.outcome, sum(a.answers)::int from (
    select s.outcome, s.answers from answer_sum s where s.day between p_from and p_to and s.outcome <> ''
    union all
    select g.outcome, g.answers from generate_series(0, p_to - p_from) n cross join answers_on(p_from + n) g
    where not exists (select from answer_sum s where s.day = p_from + n)
  ) a group by a.outcome order by sum(a.answers) desc, a.outcome;
$$;

-- The same of one day, counted.
create function answers_on(p_day date) returns table (outcome text, answers int) language sql stable as $$
  select l.outcome, count(*)::int from lookup l
  where l.asked_at >= bogota_start(p_day) and l.asked_at < bogota_start(p_day + 1) group by l.outcome;
$$;

-- Counts the oldest day of the last weeks that is not counted yet, and deletes what no page shows any more. Answers
-- whether there was one.
create function count_answers() returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  next date := (select min(bogota_today() - n) from generate_series(answer_change_days(), counted_answer_days()) n
    where not exists (select from answer_sum s where s.day = bogota_today() - n));
begin
  if next is null then return false; end if;
  delete from answer_sum s where s.day < bogota_today() - counted_answer_days();
  insert into answer_sum (day, outcome, answers)
  select next, '', 0 union all select next, g.outcome, g.answers from answers_on(next) g
  on conflict do nothing;
  return true;
end $$;

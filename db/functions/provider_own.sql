-- What the screens of a provider read of its own rows. Each function takes the person and the provider of the session
-- and answers no row unless that person works for that provider now, with the permission of the screen. The role of
-- these screens reads no table that holds rows of providers. Guards against: a query that forgets whose rows it reads.

-- Branches with their counters, by name; the closed ones too, for what was done there.
create function own_branches(p_person uuid, p_provider uuid)
returns table (id uuid, name text, open boolean, counter_id uuid, counter_name text, counter_open boolean)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: counter_id, counter_name, counter_open
  select b.id, b.name, b.closed_at is null, c.id, c.name, case when c.id is not null then c.closed_at is null end
  from branch b left join counter c on c.branch_id = b.id
  where b.provider_id = p_provider and may_for(p_person, p_provider, 'application.view')
  order by plain_words(b.name), b.id, plain_words(c.name);
$$;

-- Who works for the provider.
create function own_members(p_person uuid, p_provider uuid)
returns table (person_id uuid, name text, email text, role provider_role)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name, p.email, m.role from membership m join person p on p.id = m.person_id
  where m.provider_id = p_provider and m.removed_at is null and may_for(p_person, p_provider, 'team.manage')
  order by m.created_at;
$$;

-- Invitations by the team that wait for their person.
create function own_invitations(p_person uuid, p_provider uuid)
returns table (id uuid, name text, email text, role provider_role, invited_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.id, i.name, i.email, i.role, i.invited_at from invitation i
  where i.provider_id = p_provider and i.accepted_at is null and i.cancelled_at is null and not i.replaces_owner
    and may_for(p_person, p_provider, 'team.manage')
  order by i.invited_at;
$$;

-- Everybody who works or worked for the provider: whose rows of its history may be asked for.
create function own_people(p_person uuid, p_provider uuid) returns table (id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name from membership m join person p on p.id = m.person_id
  where m.provider_id = p_provider and may_for(p_person, p_provider, 'history.read')
  group by p.id, p.name order by plain_words(p.name), p.id;
$$;

-- What the provider told about itself, and why it is suspended when it is.
create function own_company(p_person uuid, p_provider uuid)
returns table (municipality text, address text, phone text, suspension_reason text)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: suspension_reason
  select v.municipality, v.address, v.phone, v.suspension_reason from provider v
  where v.id = p_provider and may_for(p_person, p_provider, 'application.view');
$$;

-- The provider's requests, newest first; with a number that one only.
create function own_requests(p_person uuid, p_provider uuid, p_filing_number text default null)
returns table (
  id uuid, filing_number text, application_code text, state text, agreement_number text, needs_agreement boolean,
  submitted_at timestamptz, decided_at timestamptz, reason text, renews boolean
) language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: agreement_number, decided_at, reason
  select r.id, r.filing_number, r.application_code, r.state, r.agreement_number, a.needs_agreement, r.submitted_at,
    r.decided_at, r.reason, r.renews
  from request r join application a on a.code = r.application_code
  where r.provider_id = p_provider and (p_filing_number is null or r.filing_number = p_filing_number)
    and may_for(p_person, p_provider, 'application.view')
  order by r.submitted_at desc;
$$;

-- Life of a request, newest first, as its provider is told of it: not what was taken back before it was told.
create function own_request_events(p_request uuid, p_person uuid, p_provider uuid)
returns table (kind text, at timestamptz, note text)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: note
  select e.kind, e.at, e.note from request_event e join request r on r.id = e.request_id
  where r.id = p_request and r.provider_id = p_provider and e.kind <> 'taken_back'
    and may_for(p_person, p_provider, 'application.view')
  order by e.id desc;
$$;

-- Papers of a request that count now, without their bytes, each called as the request asked for it.
create function own_request_documents(p_request uuid, p_person uuid, p_provider uuid)
returns table (
  id uuid, kind text, name text, file_name text, media_type text, size int, uploaded_at timestamptz, mark text
) language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: mark
  select d.id, d.kind, coalesce(
      (select a ->> 'name' from jsonb_array_elements(r.asked) a where a ->> 'kind' = d.kind),
      document_name(r.application_code, d.kind)),
    d.file_name, d.media_type, d.size, d.uploaded_at, d.mark
  from request_document d join request r on r.id = d.request_id
  where r.id = p_request and r.provider_id = p_provider and d.replaced_at is null
    and may_for(p_person, p_provider, 'application.view')
  order by d.kind;
$$;

-- The account that the provider is paid into, or that came with a request of its own; without its number.
create function own_account(p_person uuid, p_provider uuid, p_request uuid default null)
returns table (id uuid, bank text, kind text, last_four text, state text)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row
  select a.id, a.bank, a.kind, a.last_four, a.state from bank_account a
  where a.provider_id = p_provider and may_for(p_person, p_provider, 'application.view')
    and case when p_request is null then a.state = 'current' else a.request_id = p_request end
  order by a.proposed_at desc limit 1;
$$;

-- The provider's reports, newest first; with a folio that one only. `withdraw_until`: until when who reported may take
-- it back, and `may_withdraw` whether that is still so by the database's clock.
create function own_reports(p_person uuid, p_provider uuid, p_folio text default null)
returns table (
  id uuid, folio text, lookup_id uuid, reason text, verdict text, words_sealed bytea, filed_at timestamptz,
  put_in_review boolean, outcome text, answer text, decided_at timestamptz, reported_by uuid,
  withdrawn_at timestamptz, withdraw_until timestamptz, may_withdraw boolean, has_photo boolean
) language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: words_sealed, outcome, answer, decided_at, withdrawn_at
  select r.id, r.folio, r.lookup_id, r.reason, r.verdict, r.words_sealed, r.filed_at, r.put_in_review, r.outcome,
    r.answer, r.decided_at, r.reported_by, r.withdrawn_at, report_withdrawn_until(r.filed_at),
    r.withdrawn_at is null and r.decided_at is null and now() <= report_withdrawn_until(r.filed_at),
    exists (select from report_photo f where f.report_id = r.id)
  from report r
  where r.provider_id = p_provider and (p_folio is null or r.folio = p_folio)
    and may_for(p_person, p_provider, 'report.file')
  order by r.filed_at desc limit 100;
$$;

-- Whether a report of this look-up that doubts its paper would put the order in review now; no row of a look-up of
-- others.
create function own_report_holds(p_lookup uuid, p_person uuid, p_provider uuid)
returns table (holds boolean)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row
  select coalesce(report_may_hold(o, p_provider), false)
  from lookup l left join "order" o on o.id = l.order_id
  where l.id = p_lookup and l.provider_id = p_provider and may_for(p_person, p_provider, 'report.file');
$$;

-- A proof that was given to the provider.
create function own_proof(p_proof uuid, p_person uuid, p_provider uuid)
returns table (content text, key_id int, signature bytea, lookup_id uuid, use_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: lookup_id, use_id
  select p.content, p.key_id::int, p.signature, p.lookup_id, p.use_id from proof p
  where p.id = p_proof and p.provider_id = p_provider and may_for(p_person, p_provider, 'order.look_up');
$$;

-- The code of the provider's own look-up that waits for the digits; null when it waits for none.
create function own_waiting_code(p_lookup uuid, p_person uuid, p_provider uuid) returns bytea
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: result
  select l.code_id from lookup l
  where l.id = p_lookup and l.provider_id = p_provider and l.outcome = 'digits'
    and may_for(p_person, p_provider, 'order.look_up');
$$;

-- How often the person found a current order for the provider; counts no further than two.
create function own_found(p_person uuid, p_provider uuid) returns int
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int from (
    select from lookup l
    where l.person_id = p_person and l.provider_id = p_provider and l.outcome = 'current'
      and may_for(p_person, p_provider, 'application.view')
    limit 2) found;
$$;

create domain own_thing as text check (value in ('request', 'report', 'use'));

-- For which provider of this person something is that the link of a mail opened: the link names none, and the session
-- may work for another one. Null for what is of nobody whom they work for, or what they may not see there: it is told
-- from what does not exist by nothing. A report and a request are named by their number, a use by its id.
create function own_elsewhere(p_person uuid, p_thing own_thing, p_ref text) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: result
  select x.provider_id from (
    select r.provider_id, 'application.view' as permission from request r
    where p_thing = 'request' and r.filing_number = p_ref
    union all
    select r.provider_id, 'report.file' from report r where p_thing = 'report' and r.folio = p_ref
    union all
    select u.provider_id, 'order.look_up' from order_use u
    where u.id = case when p_thing = 'use' then p_ref::uuid end and u.kind = 'use'
  ) x
  where may_for(p_person, x.provider_id, x.permission);
$$;

-- Documents that a provider gave for an application that it has, and that it has to give again. Guards against: an
-- access that is lost while a document is renewed, two renewals of one application at once, and a mail that is sent
-- again and again.

-- The document of a kind that counts for a provider: of the request that is named, else one that was found right
-- before, in any application; but not out of a request that was rejected because its documents are another company's.
-- Without rights of its own, so that the planner puts it in the place of the call.
create function document_that_counts(p_provider uuid, p_kind text, p_request uuid)
returns table (id uuid, file_name text, uploaded_at timestamptz, mark text) language sql stable as $$
  select x.id, x.file_name, x.uploaded_at, x.mark from request_document x join request q on q.id = x.request_id
  where q.provider_id = p_provider and x.kind = p_kind and x.replaced_at is null
    and (q.id is not distinct from p_request or (x.mark = 'good' or x.mark is null and q.state = 'approved')
      and not exists (select from request_event e join request_reason s on s.event_id = e.id
        where e.request_id = q.id and s.code = 'N2'))
  order by q.id is not distinct from p_request desc, x.uploaded_at desc limit 1;
$$;

-- Whether a provider that has the application is past the first request for it: what it gives from then on renews.
create function is_renewing(p_provider uuid, p_application text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from granted_application g
      where g.provider_id = p_provider and g.application_code = p_application)
    and not exists (select from request r where r.provider_id = p_provider and r.application_code = p_application
      and r.state in ('submitted', 'returned') and not r.renews);
$$;

-- Required documents of applications that providers have, which have to be given again, and since which day; with
-- p_early also those whose day comes near, which may be given already.
create function documents_to_renew(p_early boolean default false)
returns table (provider_id uuid, application_code text, kind text, name text, document uuid, since date)
language sql stable as $$
  select g.provider_id, d.application_code, d.kind, d.name, had.id, bogota_day(had.uploaded_at) + d.renewal_days + 1
  from application_document d
  join application a on a.code = d.application_code and a.active
  join granted_application g on g.application_code = d.application_code
  cross join lateral document_that_counts(g.provider_id, d.kind, null) had
  where d.active and d.required and bogota_day(had.uploaded_at) < bogota_today() - d.renewal_days
    + case when p_early then renewal_ahead_days(d.renewal_days) else 0 end;
$$;

-- The same for the desk, by provider and application: what nobody has sent yet, of those that may work but for that.
create function renewals_due(p_early boolean default false)
returns table (
  provider_id uuid, application_code text, legal_name text, since date, kinds text[], names text[], days date[]
) language sql stable security definer set search_path = public, pg_temp as $$
  select v.id, d.application_code, v.legal_name, min(d.since), array_agg(d.kind order by d.since, d.kind),
    array_agg(d.name order by d.since, d.kind), array_agg(d.since order by d.since, d.kind)
  from documents_to_renew(p_early) d
  join provider v on v.id = d.provider_id
  join application a on a.code = d.application_code
  where not exists (select from request r where r.provider_id = d.provider_id
      and r.application_code = d.application_code and r.state in ('submitted', 'returned'))
    and (not a.needs_agreement or exists (select from agreements_in_force(v.nit, now())))
  group by v.id, d.application_code, v.legal_name
  order by min(d.since), v.legal_name, v.id;
$$;

-- How many providers that is, and since when the first of them.
create function count_renewals_due() returns table (providers int, since date)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: since
  select count(distinct d.provider_id)::int, min(d.since) from renewals_due() d;
$$;

-- What a provider has to give again, now or soon, and how its last renewal of that application stands. Its own only.
create function own_renewals(p_provider uuid, p_person uuid)
returns table (
  application_code text, kinds text[], names text[], since date, filing_number text, state text,
  submitted_at timestamptz, reason text
) language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: since, filing_number, state, submitted_at, reason
  select g.application_code, coalesce(due.kinds, '{}'), coalesce(due.names, '{}'), due.since, r.filing_number,
    r.state, r.submitted_at, r.reason
  from granted_application g
  left join lateral (
    select min(d.since) as since, array_agg(d.kind order by d.since, d.kind) as kinds,
      array_agg(d.name order by d.since, d.kind) as names
    from documents_to_renew(true) d where d.provider_id = g.provider_id and d.application_code = g.application_code
  ) due on true
  left join lateral (
    select q.* from request q
    where q.provider_id = g.provider_id and q.application_code = g.application_code and q.renews
    order by q.state in ('submitted', 'returned') desc, q.filed_at desc limit 1
  ) r on true
  where g.provider_id = p_provider and may_for(p_person, p_provider, 'application.view')
    and (due.since is not null or r.state in ('submitted', 'returned'))
  order by g.application_code;
$$;

create domain file_renewal_outcome as text
  check (value in ('done', 'open_already', 'not_allowed', 'not_found', 'nothing_due', 'documents_missing'));

-- Files a renewal: a request of a provider that has the application already. It changes nothing of what the provider
-- may do, whatever becomes of it. A second one is answered by the number of the first. Documents as in file_request; an
-- account is taken only where the provider has none, since another one takes two people (provider_account.sql).
create function file_renewal(
  p_request uuid, p_provider uuid, p_person uuid, p_application text, p_mails jsonb, p_ip text, p_documents jsonb,
  p_contents bytea[], p_account jsonb
) returns table (outcome file_renewal_outcome, filing_number text)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: filing_number
declare
  request_number text;
begin
  perform 1 from provider p where p.id = p_provider for update;
  if not may_for(p_person, p_provider, 'application.request') then
    return query select 'not_allowed'::file_renewal_outcome, null::text; return;
  end if;
  if not exists (select from granted_application g join application a on a.code = g.application_code and a.active
    where g.provider_id = p_provider and g.application_code = p_application) then
    return query select 'not_found'::file_renewal_outcome, null::text; return;
  end if;
  select r.filing_number into request_number from request r where r.provider_id = p_provider
    and r.application_code = p_application and r.state in ('submitted', 'returned');
  if request_number is not null then
    return query select 'open_already'::file_renewal_outcome, request_number; return;
  end if;
  if not exists (select from documents_to_renew(true) d
    where d.provider_id = p_provider and d.application_code = p_application) then
    return query select 'nothing_due'::file_renewal_outcome, null::text; return;
  end if;
  if lacks_documents(p_provider, p_person, p_application, p_documents)
    or lacks_account(p_provider, p_person, p_application, null, p_account) then
    return query select 'documents_missing'::file_renewal_outcome, null::text; return;
  end if;
  request_number := next_filing_number();
  insert into request (id, filing_number, provider_id, application_code, state, submitted_by, asked, renews)
  values (p_request, request_number, p_provider, p_application, 'submitted', p_person, documents_asked(p_application),
    true);
  perform put_documents(p_request, p_provider, p_person, p_documents, p_contents);
  perform put_request_account(p_request, p_provider, p_person, p_account);
  insert into request_event (request_id, kind, actor_id) values (p_request, 'submitted', p_person);
  perform queue_mails(p_mails);
  perform audit_append(p_action => 'request.renewal_submitted', p_actor => p_person, p_provider => p_provider,
    p_subject_kind => 'request', p_subject_id => p_request::text, p_ip => p_ip,
    p_detail => jsonb_build_object('filing_number', request_number, 'application', p_application, 'documents', (
      select coalesce(jsonb_agg(g -> 'kind'), '[]') from jsonb_array_elements(p_documents) g)));
  return query select 'done'::file_renewal_outcome, request_number;
end $$;

-- The last distance to its day at which a document is to be told of; null before the first.
create function renewal_stage(p_since date) returns int language sql stable as $$
-- contract: nullable: result
  select max(n.days) from unnest(renewal_notice_days()) n(days) where bogota_today() >= p_since + n.days;
$$;

-- Renewals with a document of which nothing was told at this distance yet; `told` is what a mail of now tells.
create function list_renewals_to_tell()
returns table (
  provider_id uuid, application_code text, legal_name text, names text[], days text[], told text[], owners text[]
) language sql stable security definer set search_path = public, pg_temp as $$
  select d.provider_id, d.application_code, d.legal_name, d.names, d.days::text[], stages.told, array(
    select p.email from membership m join person p on p.id = m.person_id and p.disabled_at is null
    where m.provider_id = d.provider_id and m.role = 'owner' and m.removed_at is null order by p.email)
  from renewals_due(true) d
  cross join lateral (
    select array_agg(concat_ws(' ', x.kind, x.since, renewal_stage(x.since)) order by x.at) as told
    from unnest(d.kinds, d.days) with ordinality as x(kind, since, at)
  ) stages
  where exists (select from unnest(stages.told) t where not exists (
    select from audit_event e where e.subject_kind = 'provider' and e.subject_id = d.provider_id::text
      and e.action = 'provider.renewal_told' and e.detail ->> 'application' = d.application_code
      and e.detail -> 'told' ? t));
$$;

-- Queues the mails about these renewals, and stores what they told. Only one of many processes does it.
-- p_notices: [{"provider": …, "application": …, "told": […], "mails": […]}, …]
create function queue_renewal_notices(p_notices jsonb) returns notice_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('hanna-renewals'));
  if exists (
    select from jsonb_to_recordset(p_notices) as n(provider uuid, application text, told text[])
    where not exists (select from list_renewals_to_tell() d where d.provider_id = n.provider
      and d.application_code = n.application and d.told = n.told)) then return 'already_sent'; end if;
  perform audit_append(p_action => 'provider.renewal_told', p_actor => null, p_provider => n.provider,
    p_subject_kind => 'provider', p_subject_id => n.provider::text, p_channel => 'job',
    p_detail => jsonb_build_object('application', n.application, 'told', n.told)), queue_mails(n.mails)
  from jsonb_to_recordset(p_notices) as n(provider uuid, application text, told text[], mails jsonb);
  return 'done';
end $$;

-- The documents that an application asks for, as the caja keeps their list, and which of them a provider has to give
-- now. Guards against: asking again for what was found right, and taking a request without what it needs.

create domain application_outcome as text
  check (value in ('done', 'not_allowed', 'not_found', 'changed', 'name_taken', 'documents_full'));

-- How many documents an application may ask for: a form without scripts sends all of them at once.
create function documents_most() returns int language sql immutable as $$ select 6 $$;

-- The list of now, as a request keeps it.
create function documents_asked(p_application text) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'name', d.name, 'required', d.required,
    'largest_age_days', d.largest_age_days) order by d.position, d.kind), '[]')
  from application_document d where d.application_code = p_application and d.active;
$$;

-- What a document of an application is called now, asked for or not; its kind, if it never was.
create function document_name(p_application text, p_kind text) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select d.name from application_document d
    where d.application_code = p_application and d.kind = p_kind), p_kind);
$$;

-- The documents of a request's desk: what it was asked for, then what its application asks for by now. A kind may be
-- named by both; the first counts.
create function documents_named(p_request uuid)
returns table (kind text, name text, required boolean, largest_age_days int)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: largest_age_days
  select d.kind, d.name, d.required, d.largest_age_days from (
    select 1 as source, a.at as place, a.value ->> 'kind' as kind, a.value ->> 'name' as name,
      (a.value ->> 'required')::boolean as required, (a.value ->> 'largest_age_days')::int as largest_age_days
    from request r cross join jsonb_array_elements(r.asked) with ordinality as a(value, at) where r.id = p_request
    union all
    select 2, l.position, l.kind, l.name, l.required, l.largest_age_days
    from request r join application_document l on l.application_code = r.application_code and l.active
    where r.id = p_request
  ) d
  order by d.source, d.place, d.kind;
$$;

-- A kind that no document of any application has: the one that its name gives, with a number where that is taken. Two
-- papers of one kind are one paper, which a provider gives once. Held until the transaction ends.
create function free_document_kind(p_kind text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('hanna-document-kinds'));
  return (select k.kind from generate_series(1, 1 + (select count(*) from application_document)) n(at)
    cross join lateral (select case n.at when 1 then p_kind
      else left(p_kind, 39 - length(n.at::text)) || '_' || n.at end as kind) k
    where not exists (select from application_document d where d.kind = k.kind) order by n.at limit 1);
end $$;

-- Adds a document to an application's list (p_version ''), or changes it. Requests that were sent keep what they were
-- asked for; a document that is no longer asked for stays in the list, so that it can be asked for again. p_own: what
-- is added is no paper of another application.
create function save_application_document(
  p_actor uuid, p_application text, p_kind text, p_version text, p_rules jsonb, p_ip text, p_own boolean default false
) returns application_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  before application_document;
  after application_document;
begin
  if not may(p_actor, 'settings.edit') then return 'not_allowed'; end if;
  -- The application's row first: two that are added at once count each other.
  perform 1 from application a where a.code = p_application for update;
  if not found then return 'not_found'; end if;
  if p_own and p_version = '' then p_kind := free_document_kind(p_kind); end if;
  select * into before from application_document d where d.application_code = p_application and d.kind = p_kind;
  if p_version <> '' and before.kind is null then return 'not_found'; end if;
  if p_version <> '' and caja_version(before.updated_at) <> p_version then return 'changed'; end if;
  after := jsonb_populate_record(before, p_rules);
  after.application_code := p_application;
  after.kind := p_kind;
  after.updated_at := clock_timestamp();
  if p_version = '' and before.kind is not null or exists (
    select from application_document d where d.application_code = p_application and d.kind <> p_kind
      and plain_words(d.name) = plain_words(after.name)) then return 'name_taken'; end if;
  if after.active and (select count(*) from application_document d
    where d.application_code = p_application and d.kind <> p_kind and d.active) >= documents_most()
    then return 'documents_full'; end if;
  if before.kind is null then
    insert into application_document select after.*;
  else
    update application_document set name = after.name, hint = after.hint, example = after.example,
      required = after.required, largest_age_days = after.largest_age_days, renewal_days = after.renewal_days,
      position = after.position,
      active = after.active, updated_at = after.updated_at
    where application_code = p_application and kind = p_kind;
  end if;
  perform audit_append(p_action => case when before.kind is null then 'application.document_added' else
    'application.document_changed' end, p_actor => p_actor, p_subject_kind => 'application',
    p_subject_id => p_application, p_ip => p_ip, p_detail => jsonb_build_object('name', after.name, 'document', p_kind,
    'fields', (select coalesce(string_agg(n.key, ', ' order by n.key), '') from jsonb_each(to_jsonb(after)) n
      where n.key not in ('application_code', 'kind', 'updated_at')
        and n.value is distinct from coalesce(to_jsonb(before) -> n.key, 'null'))));
  return 'done';
end $$;

-- What of a document is to be done: 'missing' (it has to come), 'fix' (the caja asked for another one), 'old' (the one
-- that is there has grown too old), 'optional' (it may come), 'none' (the one that is there stands).
create domain document_due as text check (value in ('missing', 'fix', 'old', 'optional', 'none'));

-- The documents of an application for a provider, each with what is to be done about it. Of a returned request its own
-- count, else what counts from before (document_that_counts). For who has the application already, a document is old
-- when it has to be given again, now or soon, not when it is older than a first request may bring it.
create function documents_due(p_provider uuid, p_person uuid, p_application text)
returns table (
  kind text, name text, hint text, example text, required boolean, largest_age_days int, due document_due,
  document uuid, file_name text, given_at timestamptz
) language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: largest_age_days, document, file_name, given_at
  select d.kind, d.name, d.hint, d.example, d.required, d.largest_age_days,
    case
      when had.id is null then case when d.required or wanted.it then 'missing' else 'optional' end
      when had.mark = 'fix' then 'fix'
      when bogota_day(had.uploaded_at) < bogota_today()
        - case when renewing.it then d.renewal_days - renewal_ahead_days(d.renewal_days)
          else d.largest_age_days end then 'old'
      else 'none'
    end::document_due, had.id, had.file_name, had.uploaded_at
  from application_document d
  left join request r on r.provider_id = p_provider and r.application_code = d.application_code
    and r.state = 'returned'
  left join lateral document_that_counts(p_provider, d.kind, r.id) had on true
  cross join (select is_renewing(p_provider, p_application) as it) renewing
  cross join lateral (
    select exists (select from request_reason s where s.document_kind = d.kind and s.event_id = (
      select max(e.id) from request_event e where e.request_id = r.id and e.kind = 'returned')) as it
  ) wanted
  where d.application_code = p_application and d.active and may_for(p_person, p_provider, 'application.request')
  order by d.position, d.kind;
$$;

-- Documents of a form: [{"kind": …, "name": …, "type": …, "id": …, "size": …, "sha256": hex}, …] with their contents
-- beside them, sealed as their id. Earlier versions of the application send them as they are, without the last three.
-- Those that are not in it and stand from another request are taken over as they are, with their age and what was found
-- of them.
create function put_documents(
  p_request uuid, p_provider uuid, p_person uuid, p_documents jsonb, p_contents bytea[]
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into request_document (request_id, kind, file_name, media_type, size, sha256, content, sealed_as, uploaded_at,
    mark, marked_by, marked_at)
  select p_request, x.kind, x.file_name, x.media_type, x.size, x.sha256, x.content, x.sealed_as, x.uploaded_at,
    x.mark, x.marked_by, x.marked_at
  from request r
  cross join documents_due(p_provider, p_person, r.application_code) due
  join request_document x on x.id = due.document and x.request_id <> r.id
  where r.id = p_request and due.due = 'none' and not exists (
    select from jsonb_array_elements(p_documents) g where g ->> 'kind' = due.kind);
  update request_document d set replaced_at = now()
  from jsonb_array_elements(p_documents) g
  where d.request_id = p_request and d.kind = g ->> 'kind' and d.replaced_at is null;
  insert into request_document (id, request_id, kind, file_name, media_type, size, sha256, content, sealed_as)
  select coalesce((g.value ->> 'id')::uuid, gen_random_uuid()), p_request, g.value ->> 'kind', g.value ->> 'name',
    g.value ->> 'type', coalesce((g.value ->> 'size')::int, length(p_contents[g.at])),
    coalesce(decode(g.value ->> 'sha256', 'hex'), sha256(p_contents[g.at])), p_contents[g.at],
    (g.value ->> 'id')::uuid
  from jsonb_array_elements(p_documents) with ordinality as g(value, at);
end $$;

-- Whether a form leaves out a document that has to come.
create function lacks_documents(p_provider uuid, p_person uuid, p_application text, p_documents jsonb)
returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from documents_due(p_provider, p_person, p_application) d
    where d.required and d.due in ('missing', 'old') and not exists (
      select from jsonb_array_elements(p_documents) g where g ->> 'kind' = d.kind));
$$;

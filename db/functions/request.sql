-- Applications that a provider asks the caja for. Guards against: two decisions on one request, two companies with
-- one NIT, and a decision on something else than was shown.

-- Queues several e-mails: [{"event_key": …, "message_id": …, "content": base64}, …].
create function queue_mails(p_mails jsonb) returns void
language sql security definer set search_path = public, pg_temp as $$
  select queue_mail(m.event_key, m.message_id, decode(m.content, 'base64'))
  from jsonb_to_recordset(coalesce(p_mails, '[]')) as m(event_key text, message_id text, content text);
$$;

-- Number of the next request of the year in Bogotá: SOL-2026-000001. The row lock keeps the series without gaps,
-- since a failed statement gives its number back.
create function next_filing_number() returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  this_year int := extract(year from bogota_today());
  next_number int;
begin
  insert into filing_counter (year, last) values (this_year, 1)
  on conflict (year) do update set last = filing_counter.last + 1 returning last into next_number;
  return format('SOL-%s-%s', this_year, lpad(next_number::text, greatest(6, length(next_number::text)), '0'));
end $$;

-- Earlier versions of the application send each document in arguments of its own. This turns one into a list as
-- p_documents has it.
create function named_document(p_kind text, p_name text, p_type text, p_content bytea) returns jsonb
language sql immutable as $$
  select case when p_content is null then '[]'
    else jsonb_build_array(jsonb_build_object('kind', p_kind, 'name', p_name, 'type', p_type)) end;
$$;

create domain file_request_outcome as text
  check (value in ('done', 'open_already', 'not_allowed', 'not_found', 'nit_has_owner', 'documents_missing'));

-- Files a request. Only the documents that the application asks for are kept. A second request for the same application
-- is refused with the filing number of the open one. p_documents: [{"kind": …, "name": …, "type": …}, …], with their
-- contents in the same order. Earlier versions of the application send RUT and chamber's certificate as arguments of
-- their own, by position, and know no other document.
create function file_request(
  p_request uuid, p_provider uuid, p_person uuid, p_application text, p_agreement_number text,
  p_rut_name text default null, p_rut_type text default null, p_rut bytea default null,
  p_chamber_name text default null, p_chamber_type text default null, p_chamber bytea default null,
  p_mails jsonb default '[]', p_ip text default null, p_documents jsonb default '[]', p_contents bytea[] default '{}',
  p_account jsonb default null
) returns table (outcome file_request_outcome, filing_number text)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: p_agreement_number, filing_number, p_rut_name, p_rut_type, p_rut, p_chamber_name
-- contract: nullable: p_chamber_type, p_chamber, p_account; required: p_mails, p_ip
declare
  v provider;
  request_number text;
  given jsonb := p_documents || named_document('rut', p_rut_name, p_rut_type, p_rut)
    || named_document('chamber', p_chamber_name, p_chamber_type, p_chamber);
begin
  select p.* into v from provider p where p.id = p_provider for update;
  if v.id is null or not may_for(p_person, p_provider, 'application.request') then
    return query select 'not_allowed'::file_request_outcome, null::text; return;
  end if;
  if not exists (select from application a where a.code = p_application and a.active) then
    return query select 'not_found'::file_request_outcome, null::text; return;
  end if;
  select r.filing_number into request_number from request r
  where r.provider_id = p_provider and r.application_code = p_application
    and (r.state in ('submitted', 'returned') or r.state = 'approved' and not r.renews)
  order by r.renews limit 1;
  if request_number is not null then
    return query select 'open_already'::file_request_outcome, request_number;
    return;
  end if;
  if exists (select from provider o where o.nit = v.nit and o.id <> v.id and o.approved_at is not null) then
    return query select 'nit_has_owner'::file_request_outcome, null::text; return;
  end if;
  if (p_rut is null or p_chamber is null) and lacks_documents(p_provider, p_person, p_application, given)
    or lacks_account(p_provider, p_person, p_application, null, p_account) then
    return query select 'documents_missing'::file_request_outcome, null::text; return;
  end if;

  request_number := next_filing_number();
  insert into request (id, filing_number, provider_id, application_code, state, agreement_number, submitted_by, asked)
  values (p_request, request_number, p_provider, p_application, 'submitted', p_agreement_number, p_person,
    documents_asked(p_application));
  perform put_documents(p_request, p_provider, p_person, given, p_contents || array_remove(array[p_rut, p_chamber],
    null));
  perform put_request_account(p_request, p_provider, p_person, p_account);
  insert into request_event (request_id, kind, actor_id) values (p_request, 'submitted', p_person);
  perform queue_mails(p_mails);
  perform audit_append(p_action => 'request.submitted', p_actor => p_person, p_provider => p_provider,
    p_subject_kind => 'request', p_subject_id => p_request::text, p_ip => p_ip,
    p_detail => jsonb_build_object('filing_number', request_number, 'application', p_application));
  return query select 'done'::file_request_outcome, request_number;
end $$;

create domain decide_request_outcome as text check (value in (
  'done', 'already_decided', 'not_found', 'no_agreement', 'nit_has_owner', 'wrong_check_digit', 'not_allowed',
  'changed'));

-- Why nobody can approve a request now; null when somebody can. A renewal gives nothing that a check could forbid.
create function approval_obstacle(p_request uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: result
  select case
    when r.renews then null
    when a.needs_agreement and not exists (select from agreements_in_force(v.nit, now()))
      then 'no_agreement'
    when exists (select from provider o where o.nit = v.nit and o.id <> v.id and o.approved_at is not null)
      then 'nit_has_owner'
    when nit_check_digit(v.nit) <> v.check_digit then 'wrong_check_digit'
  end
  from request r join provider v on v.id = r.provider_id join application a on a.code = r.application_code
  where r.id = p_request;
$$;

-- Decides a submitted request. The first decision counts; a later one is refused. An approval makes the provider the
-- only holder of its NIT and closes other providers' open requests for that NIT; that of a renewal changes nothing of
-- what the provider may do. p_seen: digests of what the page
-- showed; a difference is refused with 'changed'. Earlier versions of the application do not send it. p_mails: e-mails
-- of this decision. p_closing: {"<other request id>": [e-mails]} for the requests that are closed. p_reasons:
-- [{"code": …, "document": kind}]. All e-mails are held until the decision can no longer be taken back
-- (request_decision.sql).
create function decide_request(
  p_request uuid, p_actor uuid, p_decision text, p_reason text, p_closing_reason text,
  p_mails jsonb, p_closing jsonb, p_ip text, p_seen jsonb default null, p_reasons jsonb default '[]'
) returns decide_request_outcome language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_reason
declare
  r request;
  v provider;
  other record;
  obstacle text;
  granted int := 0;
  closed jsonb := '[]';
  held jsonb := p_mails;
  account jsonb;
begin
  if not may(p_actor, 'request.decide') then return 'not_allowed'; end if;
  -- Locks all providers of the NIT first and in one order. Otherwise two approvals at once would deadlock.
  perform lock_providers_of_nit(p_request);
  select * into r from request where id = p_request for update;
  if r.id is null then return 'not_found'; end if;
  if r.state <> 'submitted' then return 'already_decided'; end if;
  if changed_parts(p_seen, request_seen(r.filing_number)) <> '{}' then return 'changed'; end if;
  -- What its desk does not name was never asked of it, and no form of it could give another one.
  if exists (select from jsonb_to_recordset(p_reasons) as g(document text) where g.document is not null
    and g.document not in (select n.kind from documents_named(r.id) n)) then return 'changed'; end if;
  select * into v from provider where id = r.provider_id for update;

  if p_decision = 'approved' and not r.renews then
    obstacle := approval_obstacle(r.id);
    if obstacle is not null then return obstacle; end if;
    begin
      update provider set approved_at = coalesce(approved_at, now()) where id = v.id;
    exception when unique_violation then return 'nit_has_owner';
    end;
    insert into granted_application (provider_id, application_code) values (v.id, r.application_code)
    on conflict do nothing;
    get diagnostics granted = row_count;
  end if;

  update request set state = p_decision, decided_at = now(), decided_by = p_actor, reason = p_reason where id = r.id;
  perform add_decision_event(r.id, p_decision, p_actor, p_reason, p_reasons);
  account := decide_request_account(r.id, p_actor, p_decision);
  perform queue_mails(p_mails);
  perform audit_append(p_action => 'request.' || p_decision, p_actor => p_actor, p_provider => v.id,
    p_subject_kind => 'request', p_subject_id => r.id::text, p_ip => p_ip,
    p_detail => jsonb_build_object('filing_number', r.filing_number));

  if p_decision = 'approved' and not r.renews then
    for other in
      select c.* from request c join provider o on o.id = c.provider_id
      where o.nit = v.nit and o.id <> v.id and c.state in ('submitted', 'returned') order by c.id for update of c
    loop
      closed := closed || (jsonb_build_object('id', other.id, 'state', other.state, 'reason', other.reason,
        'decided_at', other.decided_at, 'decided_by', other.decided_by)
        || decide_request_account(other.id, p_actor, 'rejected'));
      update request set state = 'rejected', decided_at = now(), decided_by = p_actor, reason = p_closing_reason,
        undo = null where id = other.id;
      perform add_decision_event(other.id, 'rejected', p_actor, p_closing_reason, '[{"code": "N4"}]');
      perform queue_mails(p_closing -> other.id::text);
      held := held || coalesce(p_closing -> other.id::text, '[]');
      perform audit_append(p_action => 'request.rejected', p_actor => p_actor, p_provider => other.provider_id,
        p_subject_kind => 'request', p_subject_id => other.id::text, p_ip => p_ip,
        p_detail => jsonb_build_object('filing_number', other.filing_number, 'because', r.filing_number));
    end loop;
  end if;
  perform hold_decision(r.id, held, jsonb_build_object('approved', v.approved_at is null and p_decision = 'approved',
    'granted', granted = 1, 'closed', closed) || account);
  return 'done';
end $$;

-- Sends a returned request back to the caja with its corrections and the documents that its application asks for now.
-- Of two corrections at once the first one counts. Documents are given as in file_request. Earlier versions of the
-- application send only RUT and chamber's certificate, and no other document is asked of them.
create domain correct_request_outcome as text
  check (value in ('done', 'not_allowed', 'not_returned', 'documents_missing'));

create function send_correction(
  p_request uuid, p_provider uuid, p_person uuid, p_agreement_number text, p_note text, p_ip text,
  p_documents jsonb default null, p_contents bytea[] default '{}',
  p_rut_name text default null, p_rut_type text default null, p_rut bytea default null,
  p_chamber_name text default null, p_chamber_type text default null, p_chamber bytea default null,
  p_account jsonb default null
) returns correct_request_outcome language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_agreement_number, p_note, p_documents, p_rut_name, p_rut_type, p_rut, p_chamber_name
-- contract: nullable: p_chamber_type, p_chamber, p_account
declare
  r request;
  given jsonb := coalesce(p_documents, '[]') || named_document('rut', p_rut_name, p_rut_type, p_rut)
    || named_document('chamber', p_chamber_name, p_chamber_type, p_chamber);
begin
  if not may_for(p_person, p_provider, 'application.request') then return 'not_allowed'; end if;
  select * into r from request where id = p_request and provider_id = p_provider and state = 'returned' for update;
  if r.id is null then return 'not_returned'; end if;
  if p_documents is not null and lacks_documents(p_provider, p_person, r.application_code, given)
    or lacks_account(p_provider, p_person, r.application_code, r.id, p_account)
    then return 'documents_missing'; end if;
  perform put_documents(r.id, p_provider, p_person, given, p_contents || array_remove(array[p_rut, p_chamber], null));
  perform put_request_account(r.id, p_provider, p_person, p_account);
  update request set state = 'submitted', submitted_at = now(), decided_at = null, decided_by = null, reason = null,
    undo = null, agreement_number = coalesce(p_agreement_number, agreement_number),
    asked = documents_asked(application_code)
  where id = r.id;
  insert into request_event (request_id, kind, actor_id, note) values (r.id, 'corrected', p_person, p_note);
  perform audit_append(p_action => 'request.corrected', p_actor => p_person, p_provider => p_provider,
    p_subject_kind => 'request', p_subject_id => r.id::text, p_ip => p_ip, p_detail => jsonb_build_object('documents', (
    select coalesce(jsonb_agg(g -> 'kind'), '[]') from jsonb_array_elements(given) g)));
  return 'done';
end $$;

-- Several letters of one event: [{"event_key": …, "message_id": …, "content": base64}, …].
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
  this_year int := extract(year from now() at time zone 'America/Bogota');
  given int;
begin
  insert into filing_counter (year, last) values (this_year, 1)
  on conflict (year) do update set last = filing_counter.last + 1 returning last into given;
  return format('SOL-%s-%s', this_year, lpad(given::text, greatest(6, length(given::text)), '0'));
end $$;

-- The current paper of a kind; the one before it stays, marked as replaced.
create function put_document(p_request uuid, p_kind text, p_name text, p_type text, p_content bytea) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if p_content is null then return; end if;
  update request_document set replaced_at = now()
  where request_id = p_request and kind = p_kind and replaced_at is null;
  insert into request_document (request_id, kind, file_name, media_type, size, sha256, content)
  values (p_request, p_kind, p_name, p_type, length(p_content), sha256(p_content), p_content);
end $$;

-- Files a request with its papers. Asked twice, it answers the number of the one that is open already.
create function file_request(
  p_request uuid, p_provider uuid, p_person uuid, p_application text, p_agreement_number text,
  p_rut_name text, p_rut_type text, p_rut bytea, p_chamber_name text, p_chamber_type text, p_chamber bytea,
  p_mails jsonb, p_ip text
) returns table (outcome text, filing_number text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v provider;
  given text;
begin
  select p.* into v from provider p where p.id = p_provider for update;
  if v.id is null or not exists (
    select from membership m where m.provider_id = p_provider and m.person_id = p_person
      and m.role = 'owner' and m.removed_at is null
  ) then return query select 'not_allowed', null::text; return; end if;
  if not exists (select from application a where a.code = p_application and a.active) then
    return query select 'not_found', null::text; return;
  end if;
  if p_rut is null or p_chamber is null then return query select 'documents_missing', null::text; return; end if;
  select r.filing_number into given from request r
  where r.provider_id = p_provider and r.application_code = p_application and r.state <> 'rejected';
  if given is not null then return query select 'open_already', given; return; end if;
  if exists (select from provider o where o.nit = v.nit and o.id <> v.id and o.approved_at is not null) then
    return query select 'nit_has_owner', null::text; return;
  end if;

  given := next_filing_number();
  insert into request (id, filing_number, provider_id, application_code, state, agreement_number, submitted_by)
  values (p_request, given, p_provider, p_application, 'submitted', p_agreement_number, p_person);
  perform put_document(p_request, 'rut', p_rut_name, p_rut_type, p_rut);
  perform put_document(p_request, 'chamber', p_chamber_name, p_chamber_type, p_chamber);
  insert into request_event (request_id, kind, actor_id) values (p_request, 'submitted', p_person);
  perform queue_mails(p_mails);
  perform audit_append('request.submitted', p_person, p_provider, 'request', p_request::text, 'web', p_ip,
    jsonb_build_object('filing_number', given, 'application', p_application));
  return query select 'done', given;
end $$;

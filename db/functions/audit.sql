-- The only function that writes to the audit log. Called in the statement that it records. Guards against: an event
-- that is missing, changed or deleted, and personal data in the log.

create function audit_append(
  p_action text, p_actor uuid, p_subject_kind text, p_subject_id text, p_provider uuid default null,
  p_channel text default 'web', p_ip text default null, p_detail jsonb default '{}'
) returns bigint language sql security definer set search_path = public, pg_temp as $$
  insert into audit_event (action, actor_id, provider_id, subject_kind, subject_id, channel, ip, detail)
  values (p_action, p_actor, p_provider, p_subject_kind, p_subject_id, p_channel, p_ip, p_detail)
  returning seq;
$$;

-- Privileges forbid it already; the trigger also prevents mistakes of the owner.
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'audit_event is append-only';
end $$;

create trigger audit_event_append_only before update or delete or truncate on audit_event
  for each statement execute function audit_is_append_only();

-- Audits refused access: who, what, from where. Rate limited, so that nobody can flood the log: 20 events an hour of
-- one person or network, 2,000 in all.
create function note_refusal(
  p_action text, p_actor uuid, p_provider uuid, p_subject_kind text, p_subject_id text, p_ip text,
  p_network text, p_detail jsonb default '{}'
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_actor, p_provider
begin
  if budget_spend(jsonb_build_array(
      jsonb_build_object('scope', 'audit.refusal', 'key', coalesce(p_actor::text, p_network), 'limit', 20,
        'seconds', 3600),
      jsonb_build_object('scope', 'audit.refusals', 'key', 'all', 'limit', 2000, 'seconds', 3600))) is not null
  then return; end if;
  perform audit_append(p_action => p_action, p_actor => p_actor, p_provider => p_provider,
    p_subject_kind => p_subject_kind, p_subject_id => p_subject_id, p_ip => p_ip, p_detail => p_detail);
end $$;

-- A paper of a request, for who reads requests; that it was opened stands in the log. Earlier versions of the
-- application cannot open a sealed one and do not say p_sealed: for them it is not there.
create function view_request_paper(
  p_filing_number text, p_document uuid, p_actor uuid, p_ip text, p_sealed boolean default false
) returns table (file_name text, media_type text, content bytea, sealed_as uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: sealed_as
begin
  if not may(p_actor, 'request.read') then return; end if;
  return query select d.file_name, d.media_type, d.content, d.sealed_as
    from request_document d join request r on r.id = d.request_id
    where d.id = p_document and r.filing_number = p_filing_number and (p_sealed or d.sealed_as is null);
  if found then
    perform audit_append(p_action => 'request.document_viewed', p_actor => p_actor, p_subject_kind => 'request',
      p_subject_id => p_filing_number, p_ip => p_ip, p_detail => jsonb_build_object('document', p_document));
  end if;
end $$;

-- Whoever reads the log stands in it, once a reading: the log shows this line, so a line for each page and each
-- reload would make the log grow from being looked at. p_reading tells one filter from another, p_detail which were
-- set; what was typed is in neither.
create function note_audit_reading(p_actor uuid, p_reading text, p_detail jsonb, p_ip text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  latest audit_event;
begin
  if not may(p_actor, 'audit.read') then return; end if;
  select * into latest from audit_event e where e.actor_id = p_actor and e.action = 'audit.read'
  order by e.seq desc limit 1;
  if latest.at > clock_timestamp() - audit_reading_window() and latest.subject_id = p_reading then return; end if;
  perform audit_append(p_action => 'audit.read', p_actor => p_actor, p_subject_kind => 'audit',
    p_subject_id => p_reading, p_ip => p_ip, p_detail => p_detail);
end $$;

-- Whoever takes the log along as a file stands in it.
create function note_audit_export(p_actor uuid, p_detail jsonb, p_ip text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not may(p_actor, 'audit.read') then return; end if;
  perform audit_append(p_action => 'audit.exported', p_actor => p_actor, p_subject_kind => 'audit',
    p_subject_id => 'list', p_ip => p_ip, p_detail => p_detail);
end $$;

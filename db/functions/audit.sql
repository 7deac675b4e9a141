-- The only function that writes to the audit log. Called in the statement that it records. Guards against: an event
-- that is missing, changed or deleted, personal data in the log, and an address that is kept for ever because the log
-- is.

-- In plpgsql, as what is called most: before version 18 Postgres plans a function in SQL anew at each call. Functions
-- of earlier versions, which are left for their processes, call it by position: the order of its arguments is theirs.
create function audit_append(
  p_action text, p_actor uuid, p_provider uuid default null, p_subject_kind text default null,
  p_subject_id text default null, p_channel text default 'web', p_ip text default null, p_detail jsonb default '{}'
) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: required: p_subject_kind, p_subject_id
declare
  address_salt constant uuid := gen_random_uuid();
  event bigint;
begin
  insert into audit_event (action, actor_id, provider_id, subject_kind, subject_id, channel, ip, detail)
  values (p_action, p_actor, p_provider, p_subject_kind, p_subject_id, p_channel,
    address_digest(p_ip, address_salt), p_detail)
  returning seq into event;
  if p_ip is not null then
    insert into audit_address (seq, ip, salt) values (event, p_ip, address_salt);
  end if;
  return event;
end $$;

-- What an event holds of an address: whoever has the salt can show that it was this one, and without it nobody can try
-- all addresses there are.
create function address_digest(p_ip text, p_salt uuid) returns text language sql immutable as $$
  select 'sha256:' || encode(sha256(convert_to(p_salt || ' ' || p_ip, 'UTF8')), 'hex');
$$;

-- From where an event came, while that is kept, and nothing where it is not what the event was made of. Of versions
-- before audit_address the event itself says it, for ever, since its line is in the chain; it is shown as long as
-- others.
create function address_of(e audit_event) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select address_told(e, a) from (select) as one left join audit_address a on a.seq = e.seq;
$$;

-- The same of an event and its address, where thousands are read at once: an expression of the query that joins them.
create function address_told(e audit_event, a audit_address) returns text language sql stable as $$
-- contract: nullable: a, result
  select case when e.ip like 'sha256:%' then case when address_digest(a.ip, a.salt) = e.ip then a.ip end
    when e.at >= now() - retention_window('audit_addresses') then e.ip end;
$$;

-- Privileges forbid it already; the trigger also prevents mistakes of the owner.
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'audit_event is append-only';
end $$;

create trigger audit_event_append_only before update or delete or truncate on audit_event
  for each statement execute function audit_is_append_only();

-- Audits refused access: who, what, from where. No other act can be written by it, since the roles of the screens may
-- call it with any person. Rate limited, so that nobody can flood the log: 20 events an hour of one person or network,
-- 2,000 in all.
create function note_refusal(
  p_action text, p_actor uuid, p_provider uuid, p_subject_kind text, p_subject_id text, p_ip text,
  p_network text, p_detail jsonb default '{}'
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_actor, p_provider
begin
  if p_action not in ('access.denied', 'origin.refused', 'session.throttled')
  then raise exception 'not a refusal: %', p_action using errcode = 'check_violation'; end if;
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

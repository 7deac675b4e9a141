-- What belongs to a decision on a request beside its state: reasons, marks of documents, and the seconds in which
-- whoever decided may take it back. Guards against: an e-mail of a decision that was taken back, and one that is taken
-- back after it was told.

-- Milliseconds until the e-mail of a decision leaves; until then it can be taken back. 0 afterwards: what was decided
-- 25 days ago is more milliseconds ago than an int holds.
create function time_to_take_back(p_decided_at timestamptz) returns int
language sql stable security definer set search_path = public, pg_temp as $$
  select greatest(0, 1000 * extract(epoch from p_decided_at + decision_window() - clock_timestamp()))::int;
$$;

-- Every provider of the NIT of a request, in one order: else two decisions at once wait for each other for ever.
create function lock_providers_of_nit(p_request uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from provider p
  where p.nit = (select o.nit from request q join provider o on o.id = q.provider_id where q.id = p_request)
  order by p.id for update;
end $$;

-- The event of a decision with its reasons. A document that a reason is about has to be sent again.
create function add_decision_event(p_request uuid, p_kind text, p_actor uuid, p_note text, p_reasons jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  event bigint;
begin
  insert into request_event (request_id, kind, actor_id, note) values (p_request, p_kind, p_actor, p_note)
  returning id into event;
  insert into request_reason (event_id, code, document_kind)
  select event, c.code, c.document from jsonb_to_recordset(p_reasons) as c(code text, document text);
  if p_kind = 'returned' then
    update request_document d set mark = 'fix', marked_by = p_actor, marked_at = now()
    where d.request_id = p_request and d.replaced_at is null
      and d.kind in (select c.document from jsonb_to_recordset(p_reasons) as c(document text));
  end if;
end $$;

-- The e-mails of a decision wait until it cannot be taken back any more; p_undo says what else it changed.
create function hold_decision(p_request uuid, p_mails jsonb, p_undo jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  keys text[] := array(select m.event_key from jsonb_to_recordset(p_mails) as m(event_key text));
begin
  update mail m set next_attempt_at = now() + decision_window() where m.event_key = any (keys);
  update request set undo = p_undo || jsonb_build_object('mails', keys) where id = p_request;
end $$;

create domain take_back_outcome as text
  check (value in ('done', 'not_allowed', 'not_found', 'not_yours', 'too_late', 'carries_another'));

-- Takes a decision back: the request waits again as it did, and nobody was told. Too late once its time is over, the
-- provider went on from it, a look-up was made by who was approved, or another request of theirs was approved since,
-- which an approval that gave the NIT carries. The log keeps both.
create function take_back_decision(p_request uuid, p_actor uuid, p_ip text) returns take_back_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r request;
begin
  if not may(p_actor, 'request.decide') then return 'not_allowed'; end if;
  perform lock_providers_of_nit(p_request);
  select * into r from request where id = p_request for update;
  if r.id is null then return 'not_found'; end if;
  if r.undo is null then return 'too_late'; end if;
  if r.decided_by is distinct from p_actor then return 'not_yours'; end if;
  if clock_timestamp() >= r.decided_at + decision_window() or ((r.undo ->> 'approved')::boolean and exists (
    select from lookup l where l.provider_id = r.provider_id and l.asked_at >= r.decided_at)) then
    return 'too_late';
  end if;
  if (r.undo ->> 'approved')::boolean and exists (select from request o where o.provider_id = r.provider_id
    and o.id <> r.id and o.state = 'approved' and not o.renews) then return 'carries_another'; end if;
  -- A mail that was begun may have arrived. Locked, none begins before it is deleted.
  perform 1 from mail m where m.event_key in (select jsonb_array_elements_text(r.undo -> 'mails'))
  order by m.id for update;
  if exists (select from mail m where m.event_key in (select jsonb_array_elements_text(r.undo -> 'mails'))
    and m.attempts > 0) then return 'too_late'; end if;
  begin
    update request c set state = w.state, reason = w.reason, decided_at = w.decided_at, decided_by = w.decided_by
    from jsonb_to_recordset(r.undo -> 'closed') as w(id uuid, state text, reason text, decided_at timestamptz,
      decided_by uuid)
    where c.id = w.id and c.state = 'rejected';
    update request set state = 'submitted', decided_at = null, decided_by = null, reason = null, undo = null
    where id = r.id;
  exception when unique_violation then return 'too_late';
  end;
  -- Written in the decision's own transaction, so at its very instant.
  delete from request_event e where e.at = r.decided_at and (e.request_id = r.id or e.request_id in (
    select w.id from jsonb_to_recordset(r.undo -> 'closed') as w(id uuid)));
  update request_document d set mark = null, marked_by = null, marked_at = null
  where d.request_id = r.id and d.mark = 'fix' and d.marked_at = r.decided_at;
  delete from mail m where m.event_key in (select jsonb_array_elements_text(r.undo -> 'mails'));
  if (r.undo ->> 'approved')::boolean then update provider set approved_at = null where id = r.provider_id; end if;
  if (r.undo ->> 'granted')::boolean then
    delete from granted_application g
    where g.provider_id = r.provider_id and g.application_code = r.application_code;
  end if;
  perform take_back_account(r.undo);
  perform take_back_account(w.value) from jsonb_array_elements(r.undo -> 'closed') w;
  insert into request_event (request_id, kind, actor_id) values (r.id, 'taken_back', p_actor);
  perform audit_append(p_action => 'request.taken_back', p_actor => p_actor, p_provider => r.provider_id,
    p_subject_kind => 'request', p_subject_id => r.id::text, p_ip => p_ip,
    p_detail => jsonb_build_object('filing_number', r.filing_number, 'was', r.state));
  return 'done';
end $$;

create domain mark_document_outcome as text check (value in ('done', 'not_allowed', 'not_found', 'already_decided'));

-- A document of a request that waits is right, or nobody has said so yet (p_good false).
create function mark_request_document(
  p_request uuid, p_document uuid, p_actor uuid, p_good boolean, p_ip text
) returns mark_document_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r request;
begin
  if not may(p_actor, 'request.decide') then return 'not_allowed'; end if;
  select q.* into r from request q join request_document d on d.request_id = q.id
  where q.id = p_request and d.id = p_document and d.replaced_at is null for update of q;
  if r.id is null then return 'not_found'; end if;
  if r.state <> 'submitted' then return 'already_decided'; end if;
  update request_document set mark = case when p_good then 'good' end, marked_by = p_actor, marked_at = now()
  where id = p_document;
  perform audit_append(p_action => 'request.document_marked', p_actor => p_actor, p_provider => r.provider_id,
    p_subject_kind => 'request', p_subject_id => r.id::text, p_ip => p_ip,
    p_detail => jsonb_build_object('filing_number', r.filing_number, 'document', p_document, 'good', p_good));
  return 'done';
end $$;

-- What somebody asks about their own data (Ley 1581 de 2012, art. 14 and 15), from the public side. Guards against: a
-- request that is lost or gets a second number, a stranger who floods a mailbox or the desk, and an answer that is read
-- by whoever does not have the mailbox.

-- Files a request and sends its number, its day and its code to the mailbox. p_request is the idempotency key. It is
-- received whether or not the mailbox is proven later: the legal days run from now on. is_mailed: its code is on the
-- way or was, which a second press is told too. Processes of before name no kind of ID. Outcomes: 'done', 'waiting'
-- (the asker's limit, with its end), 'number_taken' (the drawn number is another's; the caller draws again).
create domain file_rights_outcome as text check (value in ('done', 'waiting', 'number_taken'));

create function file_rights_request(
  p_request uuid, p_step uuid, p_number text, p_kind text, p_asker text, p_content bytea, p_id_index bytea,
  p_code_hash bytea, p_language text, p_due_on date, p_mails jsonb, p_budgets jsonb, p_address_budgets jsonb, p_ip text,
  p_id_kind text default null
) returns table (outcome file_rights_outcome, filed_number text, wait_until timestamptz, is_mailed boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: p_id_kind, filed_number, wait_until
declare
  known text;
  spent_until timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended(p_request::text, 0));
  select r.number into known from rights_request r where r.id = p_request;
  if known is null then
    if exists (select from rights_request r where r.number = p_number) then
      return query select 'number_taken'::file_rights_outcome, null::text, null::timestamptz, false; return;
    end if;
    spent_until := budget_spend(p_budgets);
    if spent_until is not null then
      return query select 'waiting'::file_rights_outcome, null::text, spent_until, false; return;
    end if;
    insert into rights_request (id, number, kind, asker, content_sealed, id_index, id_kind, code_hash, language, due_on)
    values (p_request, p_number, p_kind, p_asker, p_content, p_id_index, p_id_kind, p_code_hash, p_language, p_due_on);
    insert into rights_event (id, request_id, kind) values (p_step, p_request, 'filed');
    -- A mailbox that got enough e-mails gets no more; the request is received all the same.
    if budget_spend(p_address_budgets) is null then perform queue_mails(p_mails); end if;
    perform audit_append(p_action => 'rights.filed', p_actor => null, p_subject_kind => 'rights',
      p_subject_id => p_number, p_ip => p_ip, p_detail => jsonb_build_object('kind', p_kind, 'asker', p_asker));
  end if;
  return query select 'done'::file_rights_outcome, coalesce(known, p_number), null::timestamptz,
    exists (select from jsonb_to_recordset(p_mails) as m(event_key text) join mail q on q.event_key = m.event_key);
end $$;

-- Whoever types number and code of the mail proves the mailbox. Tries count for who tries.
create domain open_rights_outcome as text check (value in ('done', 'waiting', 'unknown'));

create function open_rights_request(p_number text, p_code_hash bytea, p_budgets jsonb, p_ip text)
returns table (outcome open_rights_outcome, wait_until timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: wait_until
declare
  spent_until timestamptz := budget_spend(p_budgets);
  found_request uuid;
begin
  if spent_until is not null then return query select 'waiting'::open_rights_outcome, spent_until; return; end if;
  select r.id into found_request from rights_request r where r.number = p_number and r.code_hash = p_code_hash;
  if found_request is null then return query select 'unknown'::open_rights_outcome, null::timestamptz; return; end if;
  perform return_budget(p_budgets);
  update rights_request r set mailbox_proven_at = now() where r.id = found_request and r.mailbox_proven_at is null;
  if found then
    perform audit_append(p_action => 'rights.mailbox_proven', p_actor => null, p_subject_kind => 'rights',
      p_subject_id => p_number, p_ip => p_ip);
  end if;
  return query select 'done'::open_rights_outcome, null::timestamptz;
end $$;

-- A request as its asker sees it, by the code of its mail.
create function read_rights_status(p_code_hash bytea)
returns table (id uuid, number text, kind text, state text, filed_at timestamptz, due_on date, is_extended boolean,
  missing_until date, result text, closed_at timestamptz, has_file boolean)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: missing_until, result, closed_at
  select r.id, r.number, r.kind, r.state, r.filed_at, r.due_on, r.extended_at is not null, claim_missing_until(r),
    r.result, r.closed_at, exists (select from rights_file f where f.request_id = r.id)
  from rights_request r where r.code_hash = p_code_hash and r.content_sealed is not null;
$$;

-- What the desk wrote to the asker, and what they sent afterwards, oldest first.
create function list_rights_words(p_code_hash bytea)
returns table (id uuid, kind text, at timestamptz, text_sealed bytea)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: text_sealed
  select e.id, e.kind, e.at, e.text_sealed from rights_event e join rights_request r on r.id = e.request_id
  where r.code_hash = p_code_hash and e.kind not in ('identity', 'exported', 'account_named', 'account_removed')
  order by e.place;
$$;

-- What was missing is there: the request is whole now. A claim's days begin (art. 15, num. 1), a question's went on.
create function make_rights_whole(r rights_request, p_due_on date) returns void
language sql security definer set search_path = public, pg_temp as $$
  update rights_request q set state = 'open', whole_at = now(), missing_until = null,
    due_on = case when q.kind = 'consult' then q.due_on else p_due_on end,
    extended_at = case when q.kind = 'consult' then q.extended_at end
  where q.id = r.id;
$$;

-- The asker sends what was missing. Outcomes: 'done', 'changed' (nothing is missing any more), 'late' (the two months
-- of a claim are over).
create domain complete_rights_outcome as text check (value in ('done', 'changed', 'late'));

create function complete_rights_request(
  p_code_hash bytea, p_step uuid, p_text bytea, p_today date, p_due_on date, p_ip text
) returns complete_rights_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r rights_request;
begin
  select * into r from rights_request q where q.code_hash = p_code_hash for update;
  if r.id is null or r.state <> 'incomplete' then return 'changed'; end if;
  if claim_missing_until(r) < p_today then return 'late'; end if;
  perform make_rights_whole(r, p_due_on);
  perform note_rights_step(p_request => r, p_actor => null, p_step => p_step, p_kind => 'completed', p_text => p_text,
    p_mails => '[]', p_ip => p_ip);
  return 'done';
end $$;

-- The file of an answer, for who has its code. Each time it is fetched stands in the log.
create function read_rights_file(p_code_hash bytea, p_ip text)
returns table (request_id uuid, number text, sealed bytea)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: at most one row
declare
  found_number text;
begin
  select r.number into found_number from rights_request r join rights_file f on f.request_id = r.id
  where r.code_hash = p_code_hash and r.state = 'answered';
  if found_number is null then return; end if;
  perform audit_append(p_action => 'rights.file_fetched', p_actor => null, p_subject_kind => 'rights',
    p_subject_id => found_number, p_ip => p_ip);
  return query select f.request_id, r.number, f.sealed from rights_file f join rights_request r on r.id = f.request_id
    where r.code_hash = p_code_hash;
end $$;

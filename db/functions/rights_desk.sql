-- The desk of requests about one's own data. Guards against: an answer to somebody whose identity nobody looked at, a
-- step on a request that another person changed meanwhile, and a term that is moved twice or beyond the law.

-- What waits: what is not answered, without the claims that stand still and may still be completed.
create function rights_waiting(p_today date) returns setof rights_request
language sql stable security definer set search_path = public, pg_temp as $$
  select r.* from rights_request r
  where r.closed_at is null and coalesce(claim_missing_until(r) < p_today, true);
$$;

-- The list of the desk: the open ones by their day, the closed ones from the newest. Of the open ones p_waiting has
-- those that wait for the caja, or else those that wait for the person; processes of before get both. One row more than
-- p_limit says that there is another page.
create function list_rights_requests(
  p_actor uuid, p_open boolean, p_limit int, p_after int, p_waiting boolean default null
)
returns table (number text, kind text, asker text, state text, filed_at timestamptz, due_on date, is_extended boolean,
  missing_until date, has_mailbox boolean, result text, closed_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: missing_until, result, closed_at
begin
  if not may(p_actor, 'rights.read') then return; end if;
  return query
    select r.number, r.kind, r.asker, r.state, r.filed_at, r.due_on, r.extended_at is not null,
      claim_missing_until(r), r.mailbox_proven_at is not null, r.result, r.closed_at
    from rights_request r where (r.closed_at is null) = p_open and (p_waiting is null
      or p_waiting = (r.id in (select w.id from rights_waiting(bogota_today()) w)))
    order by case when p_open then r.due_on end, r.closed_at desc nulls last, r.filed_at, r.id
    limit p_limit offset p_after;
end $$;

-- A request with what was written in it; that somebody opened it stands in the log.
create function view_rights_request(p_actor uuid, p_number text, p_ip text)
returns table (id uuid, number text, kind text, asker text, content_sealed bytea, language text, state text,
  filed_at timestamptz, whole_at timestamptz, due_on date, is_extended boolean, missing_until date,
  mailbox_proven_at timestamptz, identity_at timestamptz, identity_by text, result text, closed_at timestamptz,
  closed_by text, has_file boolean, has_forgotten boolean, version int)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: content_sealed, missing_until, mailbox_proven_at, identity_at, identity_by
-- contract: nullable: result, closed_at, closed_by
begin
  if not may(p_actor, 'rights.read') then return; end if;
  return query
    select r.id, r.number, r.kind, r.asker, r.content_sealed, r.language, r.state, r.filed_at, r.whole_at, r.due_on,
      r.extended_at is not null, claim_missing_until(r), r.mailbox_proven_at, r.identity_at, i.name, r.result,
      r.closed_at, c.name, exists (select from rights_file f where f.request_id = r.id),
      exists (select from audit_event e where e.subject_kind = 'rights' and e.subject_id = r.number
        and e.action = 'rights.forgotten'), r.version
    from rights_request r left join person i on i.id = r.identity_by left join person c on c.id = r.closed_by
    where r.number = p_number;
  if found then
    perform audit_append(p_action => 'rights.viewed', p_actor => p_actor, p_subject_kind => 'rights',
      p_subject_id => p_number, p_ip => p_ip);
  end if;
end $$;

create function list_rights_events(p_actor uuid, p_request uuid)
returns table (id uuid, kind text, at timestamptz, by text, text_sealed bytea)
language plpgsql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: by, text_sealed
begin
  if not may(p_actor, 'rights.read') then return; end if;
  return query select e.id, e.kind, e.at, p.name, e.text_sealed
    from rights_event e left join person p on p.id = e.actor_id where e.request_id = p_request order by e.place desc;
end $$;

-- Outcomes of every step: 'done', 'not_allowed', 'not_found', 'changed' (another version), 'closed', 'not_whole' (it
-- stands still until what is missing comes), 'extended' (once only), 'term_over' (its day has passed), 'unproven'
-- (nobody wrote down whose identity was looked at), 'too_early' (its two months are not over; a question has none),
-- 'no_consent' (no authorisation of theirs stands here), 'not_erasing' (nobody asked to forget, or it was refused),
-- 'other_number' (the account has somebody else's ID number).
create domain rights_outcome as text check (value in (
  'done', 'not_allowed', 'not_found', 'changed', 'closed', 'not_whole', 'extended', 'term_over', 'unproven',
  'too_early', 'no_consent', 'not_erasing', 'other_number'));

-- Locks a request for a step; null outcome lets it go on.
create function rights_obstacle(p_actor uuid, r rights_request, p_version int) returns rights_outcome
language plpgsql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: result
begin
  if not may(p_actor, 'rights.handle') then return 'not_allowed'; end if;
  if r.id is null then return 'not_found'; end if;
  if r.closed_at is not null then return 'closed'; end if;
  if r.version <> p_version then return 'changed'; end if;
  return null;
end $$;

create function note_rights_step(
  p_request rights_request, p_actor uuid, p_step uuid, p_kind text, p_text bytea, p_mails jsonb, p_ip text,
  p_detail jsonb default '{}'
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update rights_request q set version = q.version + 1 where q.id = p_request.id;
  insert into rights_event (id, request_id, kind, actor_id, text_sealed)
  values (p_step, p_request.id, p_kind, p_actor, p_text);
  perform queue_mails(p_mails);
  perform audit_append(p_action => 'rights.' || p_kind, p_actor => p_actor, p_subject_kind => 'rights',
    p_subject_id => p_request.number, p_ip => p_ip, p_detail => p_detail);
end $$;

-- Asks for what is missing, until it comes once; a claim's days stand still meanwhile (art. 15, num. 1).
create function ask_rights_missing(
  p_actor uuid, p_number text, p_version int, p_step uuid, p_text bytea, p_until date, p_mails jsonb, p_ip text
) returns rights_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r rights_request;
  obstacle rights_outcome;
begin
  select * into r from rights_request q where q.number = p_number for update;
  obstacle := rights_obstacle(p_actor, r, p_version);
  if obstacle is not null then return obstacle; end if;
  if r.state = 'incomplete' then return 'not_whole'; end if;
  update rights_request q set state = 'incomplete', missing_until = p_until where q.id = r.id;
  perform note_rights_step(p_request => r, p_actor => p_actor, p_step => p_step, p_kind => 'missing', p_text => p_text,
    p_mails => p_mails, p_ip => p_ip);
  return 'done';
end $$;

-- Writes down that what was missing came another way than with the code of the mail: brought to the office, or sent by
-- whoever has no mailbox that works. As long as nobody closed it, since the paper says when it was asked for.
create function complete_rights_at_desk(
  p_actor uuid, p_number text, p_version int, p_step uuid, p_text bytea, p_due_on date, p_mails jsonb, p_ip text
) returns rights_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r rights_request;
  obstacle rights_outcome;
begin
  select * into r from rights_request q where q.number = p_number for update;
  obstacle := rights_obstacle(p_actor, r, p_version);
  if obstacle is not null then return obstacle; end if;
  if r.state <> 'incomplete' then return 'changed'; end if;
  perform make_rights_whole(r, p_due_on);
  perform note_rights_step(p_request => r, p_actor => p_actor, p_step => p_step, p_kind => 'completed',
    p_text => p_text, p_mails => p_mails, p_ip => p_ip);
  return 'done';
end $$;

-- Moves the day once, with a reason, and never before its first day was given. The asker is told within the first term
-- (art. 14 and 15), so one that is over is not moved, which would also give a day that may have passed.
create function extend_rights_request(
  p_actor uuid, p_number text, p_version int, p_step uuid, p_text bytea, p_due_on date, p_mails jsonb, p_ip text
) returns rights_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r rights_request;
  obstacle rights_outcome;
begin
  select * into r from rights_request q where q.number = p_number for update;
  obstacle := rights_obstacle(p_actor, r, p_version);
  if obstacle is not null then return obstacle; end if;
  if claim_missing_until(r) is not null then return 'not_whole'; end if;
  if r.extended_at is not null then return 'extended'; end if;
  if r.due_on < bogota_day(clock_timestamp()) then return 'term_over'; end if;
  update rights_request q set due_on = p_due_on, extended_at = now() where q.id = r.id;
  perform note_rights_step(p_request => r, p_actor => p_actor, p_step => p_step, p_kind => 'extended', p_text => p_text,
    p_mails => p_mails, p_ip => p_ip);
  return 'done';
end $$;

-- Writes down by what the identity was seen. Without it nothing is exported, forgotten or answered with data.
create function note_rights_identity(
  p_actor uuid, p_number text, p_version int, p_step uuid, p_text bytea, p_ip text
) returns rights_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r rights_request;
  obstacle rights_outcome;
begin
  select * into r from rights_request q where q.number = p_number for update;
  obstacle := rights_obstacle(p_actor, r, p_version);
  if obstacle is not null then return obstacle; end if;
  update rights_request q set identity_at = now(), identity_by = p_actor where q.id = r.id;
  perform note_rights_step(p_request => r, p_actor => p_actor, p_step => p_step, p_kind => 'identity', p_text => p_text,
    p_mails => '[]', p_ip => p_ip);
  return 'done';
end $$;

-- Answers, once. p_file goes with it, p_forget empties what may be forgotten now: both need an identity that was looked
-- at. What is forgotten does not come back, so nothing is for whoever only asked what is held, or to correct it. The
-- file is fetched with the code of the mail, which proves the mailbox.
create function answer_rights_request(
  p_actor uuid, p_number text, p_version int, p_step uuid, p_result text, p_text bytea, p_file bytea,
  p_forget jsonb, p_mails jsonb, p_ip text
) returns rights_outcome language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_file, p_forget
declare
  r rights_request;
  obstacle rights_outcome;
begin
  select * into r from rights_request q where q.number = p_number for update;
  obstacle := rights_obstacle(p_actor, r, p_version);
  if obstacle is not null then return obstacle; end if;
  if claim_missing_until(r) is not null then return 'not_whole'; end if;
  if (p_file is not null or p_forget is not null) and r.identity_at is null then return 'unproven'; end if;
  if p_forget is not null and (r.kind not in ('erase', 'revoke') or p_result = 'refused') then return 'not_erasing';
  end if;
  if p_file is not null then insert into rights_file (request_id, sealed) values (r.id, p_file); end if;
  if p_forget is not null then
    perform forget_holder(holder_of_request(r.id, p_forget), p_actor, p_number, p_ip);
  end if;
  update rights_request q set state = 'answered', result = p_result, closed_at = now(), closed_by = p_actor
  where q.id = r.id;
  perform note_rights_step(p_request => r, p_actor => p_actor, p_step => p_step, p_kind => 'answered', p_text => p_text,
    p_mails => p_mails, p_ip => p_ip);
  return 'done';
end $$;

-- Writes down that somebody took their authorisation back: from now on none of theirs stands. What the law or a
-- contract obliges to keep stays (Decreto 1074 de 2015, 2.2.2.25.2.6); the answer says it.
create function withdraw_authorisation(
  p_actor uuid, p_number text, p_version int, p_step uuid, p_holder jsonb, p_ip text
) returns rights_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r rights_request;
  obstacle rights_outcome;
begin
  select * into r from rights_request q where q.number = p_number for update;
  obstacle := rights_obstacle(p_actor, r, p_version);
  if obstacle is not null then return obstacle; end if;
  if claim_missing_until(r) is not null then return 'not_whole'; end if;
  if r.identity_at is null then return 'unproven'; end if;
  update consent c set revoked_at = now()
  where c.revoked_at is null
    and c.person_id in (select p.id from people_of_holder(holder_of_request(r.id, p_holder)) p);
  if not found then return 'no_consent'; end if;
  perform note_rights_step(p_request => r, p_actor => p_actor, p_step => p_step, p_kind => 'revoked', p_text => null,
    p_mails => '[]', p_ip => p_ip);
  return 'done';
end $$;

-- Closes a claim that was never completed (art. 15, num. 1: after two months it counts as given up).
create function abandon_rights_request(
  p_actor uuid, p_number text, p_version int, p_step uuid, p_today date, p_mails jsonb, p_ip text
) returns rights_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r rights_request;
  obstacle rights_outcome;
begin
  select * into r from rights_request q where q.number = p_number for update;
  obstacle := rights_obstacle(p_actor, r, p_version);
  if obstacle is not null then return obstacle; end if;
  if coalesce(claim_missing_until(r) >= p_today, true) then return 'too_early'; end if;
  update rights_request q set state = 'abandoned', closed_at = now(), closed_by = p_actor where q.id = r.id;
  perform note_rights_step(p_request => r, p_actor => p_actor, p_step => p_step, p_kind => 'abandoned', p_text => null,
    p_mails => p_mails, p_ip => p_ip);
  return 'done';
end $$;

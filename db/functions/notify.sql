-- The outbox. Guards against: an e-mail about something that did not happen, one that is lost with a process, and one
-- that is sent twice.

-- Whether somebody waits for this mail in front of a page: it carries a link or a code, which ends within the hour.
create function is_urgent_mail(p_event_key text) returns boolean language sql immutable as $$
  select split_part(p_event_key, ':', 1) in ('registration.confirm', 'password.link', 'account.email', 'invitation',
    'rights');
$$;

-- One event is one row with one stable Message-ID; queueing the same event again changes nothing.
create function queue_mail(p_event_key text, p_message_id text, p_content bytea) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into mail (event_key, message_id, content, urgent)
  values (p_event_key, p_message_id, p_content, is_urgent_mail(p_event_key))
  on conflict do nothing;
$$;

-- Claims the due messages, with a lease that keeps other workers off: the urgent ones first, each oldest first. While
-- notices wait one of each batch is theirs, so that neither keeps the other out. A claim is no attempt: messages
-- that a dead worker had not begun to send are unchanged. One that was being sent is sent once more; when that worker
-- dies too, the message is given up, since nobody knows how often it was delivered and the message may be what kills
-- the worker.
create function claim_mails(p_limit int, p_lease_seconds int)
returns table (id uuid, event_key text, message_id text, content bytea, attempts int, created_at timestamptz)
language sql security definer set search_path = public, pg_temp as $$
  with lost as (
    update mail m set given_up_at = now(), crashes = m.crashes + 1, last_error = 'lost twice in mid-send'
    where m.sent_at is null and m.given_up_at is null and m.next_attempt_at <= now()
      and m.claimed_at is not null and m.crashes > 0
  ), urgent as materialized (
    select d.id, d.next_attempt_at as due_at from mail d
    where d.urgent and d.sent_at is null and d.given_up_at is null and d.next_attempt_at <= now()
      and not (d.claimed_at is not null and d.crashes > 0)
    order by d.next_attempt_at
    limit greatest(1, p_limit - (select count(*) from (
      select from mail n where not n.urgent and n.sent_at is null and n.given_up_at is null
        and n.next_attempt_at <= now() and not (n.claimed_at is not null and n.crashes > 0) limit 1) waits))
    for update skip locked
  ), notices as materialized (
    select d.id, d.next_attempt_at as due_at from mail d
    where not d.urgent and d.sent_at is null and d.given_up_at is null and d.next_attempt_at <= now()
      and not (d.claimed_at is not null and d.crashes > 0)
    order by d.next_attempt_at limit p_limit - (select count(*) from urgent)
    for update skip locked
  ), taken as (
    update mail m set next_attempt_at = now() + make_interval(secs => p_lease_seconds)
    from (select * from urgent union all select * from notices) due
    where m.id = due.id
    returning m.*, due.due_at
  )
  select t.id, t.event_key, t.message_id, t.content, t.attempts, t.created_at from taken t
  order by t.urgent desc, t.due_at, t.id;
$$;

-- Starts an attempt to send this message, with a full lease. Returns the number of the attempt.
create function begin_mail(p_mail uuid, p_lease_seconds int) returns int
language sql security definer set search_path = public, pg_temp as $$
-- contract: nullable: result
  update mail m
  set attempts = m.attempts + 1, crashes = m.crashes + (m.claimed_at is not null)::int, claimed_at = now(),
    next_attempt_at = now() + make_interval(secs => p_lease_seconds)
  where m.id = p_mail and m.sent_at is null and m.given_up_at is null
  returning m.attempts;
$$;

-- The server accepted it. The content, which can have a link that opens an account, is deleted.
create function mark_mail_sent(p_mail uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update mail set sent_at = now(), claimed_at = null, last_error = null, content = '' where id = p_mail
    and sent_at is null;
$$;

-- It was not accepted: retry after a pause. Only a rejection by the server (p_refused) starts the time,
-- p_give_up_seconds, after which it is given up; an unreachable server does not.
create function mark_mail_failed(
  p_mail uuid, p_error text, p_retry_seconds int, p_give_up_seconds int, p_refused boolean
) returns void language sql security definer set search_path = public, pg_temp as $$
  update mail
  set last_error = left(p_error, 300), claimed_at = null,
      next_attempt_at = now() + make_interval(secs => p_retry_seconds),
      first_refused_at = coalesce(first_refused_at, case when p_refused then now() end),
      given_up_at = case when p_refused and now() > first_refused_at + make_interval(secs => p_give_up_seconds)
        then now() end
  where id = p_mail and sent_at is null;
$$;

-- Queues the mail of a head of the audit log (domain/audit/heads.ts).
create function queue_head_mail(p_mails jsonb) returns void
language sql security definer set search_path = public, pg_temp as $$
  select queue_mails(p_mails);
$$;

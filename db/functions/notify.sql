-- The outbox. Guards against: a mail of something that did not happen, one that is lost with a process, and one
-- that is sent twice.

-- One event is one row with one stable Message-ID; queueing the same event again changes nothing.
create function queue_mail(p_event_key text, p_message_id text, p_content bytea) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into mail (event_key, message_id, content) values (p_event_key, p_message_id, p_content)
  on conflict do nothing;
$$;

-- Takes the mails that are due, the longest due first. The lease keeps them from every other worker until it ends.
-- Being taken is no attempt: a worker that dies with mails that it had not begun to send leaves them as they were. One
-- that dies in mid-send leaves that mail to be sent once more; when that one dies too, the mail is given up: nobody
-- knows how often it went out, and a mail may be what kills the worker.
create function claim_mails(p_limit int, p_lease_seconds int)
returns table (id uuid, event_key text, message_id text, content bytea, attempts int, created_at timestamptz)
language sql security definer set search_path = public, pg_temp as $$
  with lost as (
    update mail m set given_up_at = now(), crashes = m.crashes + 1, last_error = 'lost twice in mid-send'
    where m.sent_at is null and m.given_up_at is null and m.next_attempt_at <= now()
      and m.claimed_at is not null and m.crashes > 0
  ), taken as (
    update mail m set next_attempt_at = now() + make_interval(secs => p_lease_seconds)
    from (
      select d.id, d.next_attempt_at as due_at from mail d
      where d.sent_at is null and d.given_up_at is null and d.next_attempt_at <= now()
        and not (d.claimed_at is not null and d.crashes > 0)
      order by d.next_attempt_at limit p_limit
      for update skip locked
    ) due
    where m.id = due.id
    returning m.*, due.due_at
  )
  select t.id, t.event_key, t.message_id, t.content, t.attempts, t.created_at from taken t order by t.due_at, t.id;
$$;

-- The worker begins to send this mail now, with the whole lease before it. Answers the number of the attempt.
create function begin_mail(p_mail uuid, p_lease_seconds int) returns int
language sql security definer set search_path = public, pg_temp as $$
-- contract: nullable: result
  update mail m
  set attempts = m.attempts + 1, crashes = m.crashes + (m.claimed_at is not null)::int, claimed_at = now(),
    next_attempt_at = now() + make_interval(secs => p_lease_seconds)
  where m.id = p_mail and m.sent_at is null and m.given_up_at is null
  returning m.attempts;
$$;

-- The server took it; the letter, which can carry a link that opens an account, is forgotten.
create function mark_mail_sent(p_mail uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update mail set sent_at = now(), claimed_at = null, last_error = null, content = '' where id = p_mail
    and sent_at is null;
$$;

-- It was not taken: again after a pause. Only a server that read it and refused it (p_refused) begins the time,
-- p_give_up_seconds, after which it is given up; one that was not there never does.
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

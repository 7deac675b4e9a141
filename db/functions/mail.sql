-- One event is one row with one stable Message-ID; queueing the same event again changes nothing.
create function queue_mail(p_event_key text, p_message_id text, p_content bytea) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into mail (event_key, message_id, content) values (p_event_key, p_message_id, p_content)
  on conflict do nothing;
$$;

-- Takes the mails that are due. The lease keeps them from every other worker until it ends. A worker that dies
-- in mid-send leaves its mail to be sent once more; when that one dies too, the mail is given up: nobody knows
-- how often it went out, and a mail may be what kills the worker.
create function claim_mails(p_limit int, p_lease_seconds int)
returns table (id uuid, event_key text, message_id text, content bytea, attempts int, created_at timestamptz)
language sql security definer set search_path = public, pg_temp as $$
  with lost as (
    update mail m set given_up_at = now(), crashes = m.crashes + 1, last_error = 'lost twice in mid-send'
    where m.sent_at is null and m.given_up_at is null and m.next_attempt_at <= now()
      and m.claimed_at is not null and m.crashes > 0
  )
  update mail m
  set attempts = m.attempts + 1, next_attempt_at = now() + make_interval(secs => p_lease_seconds),
    crashes = m.crashes + (m.claimed_at is not null)::int, claimed_at = now()
  from (
    select d.id from mail d
    where d.sent_at is null and d.given_up_at is null and d.next_attempt_at <= now()
      and not (d.claimed_at is not null and d.crashes > 0)
    order by d.next_attempt_at limit p_limit
    for update skip locked
  ) due
  where m.id = due.id
  returning m.id, m.event_key, m.message_id, m.content, m.attempts, m.created_at;
$$;

-- The server took it; the letter, which can carry a link that opens an account, is forgotten.
create function mail_sent(p_mail uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update mail set sent_at = now(), claimed_at = null, last_error = null, content = '' where id = p_mail and sent_at is null;
$$;

-- The server did not take it: again after a pause, until the mail is older than `p_give_up_seconds`.
create function mail_failed(p_mail uuid, p_error text, p_retry_seconds int, p_give_up_seconds int) returns void
language sql security definer set search_path = public, pg_temp as $$
  update mail
  set last_error = left(p_error, 300), claimed_at = null,
      next_attempt_at = now() + make_interval(secs => p_retry_seconds),
      given_up_at = case when now() > created_at + make_interval(secs => p_give_up_seconds) then now() end
  where id = p_mail and sent_at is null;
$$;

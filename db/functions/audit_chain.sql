-- The log as it is written outside of the database. Guards against: an event that is read twice in two forms, so that
-- its digest differs.

-- An event as one line of text. The text of jsonb is the same for the same event: its keys are sorted, and the moment
-- is written in UTC whatever the connection's time zone is.
create function audit_line(e audit_event) returns text language sql stable as $$
  select jsonb_build_object('seq', e.seq, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'action', e.action, 'actor', e.actor_id, 'provider', e.provider_id, 'subject_kind', e.subject_kind,
    'subject', e.subject_id, 'channel', e.channel, 'ip', e.ip, 'detail', e.detail)::text;
$$;

-- The events after a number, oldest first.
create function audit_lines(p_after bigint, p_up_to bigint, p_limit int) returns table (seq bigint, line text)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.seq, audit_line(e) from audit_event e where e.seq > p_after and e.seq <= p_up_to
  order by e.seq limit p_limit;
$$;

-- Those of these events that are there by now.
create function audit_lines_of(p_seqs text[]) returns table (seq bigint, line text)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.seq, audit_line(e) from audit_event e where e.seq = any(p_seqs::bigint[]) order by e.seq;
$$;

-- How far the log was sent to a place outside. A place that is new gets what happens from now on.
create function audit_shipped_up_to(p_destination text) returns bigint
language sql security definer set search_path = public, pg_temp as $$
  insert into audit_shipped as known (destination, up_to)
  select p_destination, coalesce(max(e.seq), 0) from audit_event e
  on conflict (destination) do update set up_to = known.up_to returning up_to;
$$;

create function mark_audit_shipped(p_destination text, p_up_to bigint) returns void
language sql security definer set search_path = public, pg_temp as $$
  update audit_shipped set up_to = p_up_to, at = now() where destination = p_destination and up_to < p_up_to;
$$;

-- The last event that a head may cover. Numbers are taken before a transaction ends, so a lower one can appear later;
-- no transaction lasts as long as this waits. An event of a moment when the clock was ahead is settled when a later one
-- is; it would hold up all others until its moment comes. The newest events are read by their moment and apart from
-- the rest: for the least number of them the planner would walk the log from its first event on.
create function audit_settled_up_to() returns bigint
language sql stable security definer set search_path = public, pg_temp set enable_seqscan = off as $$
  with unsettled as materialized (
    select e.seq, e.at from audit_event e where e.at >= now() - audit_settling_window()
  ), settled as materialized (
    select f.seq from audit_event f where f.at < now() - audit_settling_window() order by f.seq desc limit 1
  )
  select coalesce(
    (select min(u.seq) - 1 from unsettled u where u.at <= now() or u.seq > coalesce((select s.seq from settled s), 0)),
    (select max(e.seq) from audit_event e), 0);
$$;

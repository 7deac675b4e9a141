-- Background work on uploaded files. A worker holds a run by a lease. When a worker dies the lease expires and the next
-- one starts the file again, which finds the imported orders unchanged. Guards against: two workers on one file, and a
-- file that stays unfinished because its worker died.

-- Ends a run as failed, with its event; nothing when it has ended before.
create function end_import_as_failed(p_run uuid, p_failure text, p_fact text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare run import_run;
begin
  update import_run set state = 'failed', failure = p_failure, failure_fact = p_fact, finished_at = now(),
    leased_by = null, leased_until = null
  where id = p_run and state in ('preview_queued', 'import_queued', 'running') returning * into run;
  if run.id is null then return; end if;
  perform audit_append(p_action => run.subject || '.import_failed', p_actor => run.started_by,
    p_subject_kind => 'import_run', p_subject_id => run.id::text, p_channel => 'job',
    p_detail => jsonb_build_object('reason', p_failure));
end $$;

-- Command-line runs whose process has died. Those of older versions had no lease.
create function end_lapsed_imports() returns void
language sql security definer set search_path = public, pg_temp as $$
  select end_import_as_failed(i.id, 'interrupted', null) from import_run i
  where i.state = 'running' and coalesce(i.leased_until, i.started_at + unleased_run_window()) < now();
$$;

create domain import_subject as text check (value in ('orders', 'agreements'));

create domain import_phase as text check (value in ('preview_queued', 'import_queued'));

-- One file at a time in the whole installation, so that look-ups keep their share of the machine. A worker names the
-- subjects that it can read: one of the earlier version, which names none, reads orders only.
create function claim_import(p_worker uuid, p_lease_seconds int, p_attempts int, p_subjects text[] default '{orders}')
returns table (id uuid, state import_phase, sha256 bytea, lines_total int, apply_changes boolean, second_person boolean,
  subject import_subject)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: at most one row
begin
  if not pg_try_advisory_xact_lock(hashtext('hanna-import')) then return; end if;
  if exists (
    select from import_run i where i.state in ('preview_queued', 'import_queued') and i.leased_until > now()
  ) then return; end if;
  perform end_import_as_failed(i.id, 'gave_up', null) from import_run i
  where i.state in ('preview_queued', 'import_queued') and i.attempts >= p_attempts;
  return query
  update import_run i set leased_by = p_worker, leased_until = now() + make_interval(secs => p_lease_seconds),
    attempts = i.attempts + 1, lines_done = 0
  where i.id = (
    select w.id from import_run w where w.state in ('preview_queued', 'import_queued')
      and w.subject = any(p_subjects) order by w.started_at limit 1
  )
  returning i.id, i.state::import_phase, i.sha256, i.lines_total, i.apply_changes,
    coalesce(i.confirmed_by <> i.started_by, false), i.subject::import_subject;
end $$;

-- Whether a file waits for a worker. Also ends runs whose process has died.
create function import_waits() returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform end_lapsed_imports();
  return exists (
    select from import_run where state in ('preview_queued', 'import_queued')
      and (leased_until is null or leased_until < now())
  );
end $$;

-- Releases an unfinished file. Either the worker stopped with its server, which is no attempt, or it died of the
-- file, and the next one starts without waiting for the lease.
create function release_import(p_worker uuid, p_died boolean default false) returns void
language sql security definer set search_path = public, pg_temp as $$
  update import_run set leased_by = null, leased_until = null,
    attempts = case when p_died then attempts else greatest(0, attempts - 1) end
  where leased_by = p_worker and state in ('preview_queued', 'import_queued');
$$;

-- "lost": the run is no longer this worker's, and it must stop.
create domain lease_outcome as text check (value in ('done', 'lost'));

-- Heartbeat of the worker, with its progress.
create function renew_import_lease(p_run uuid, p_worker uuid, p_lines int, p_lease_seconds int) returns lease_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update import_run set lines_done = p_lines, lines_total = greatest(lines_total, p_lines),
    leased_until = now() + make_interval(secs => p_lease_seconds)
  where id = p_run and leased_by = p_worker and state in ('preview_queued', 'import_queued', 'running');
  return case when found then 'done' else 'lost' end;
end $$;

-- Starts a pass over the file and deletes the findings of an earlier pass. Changes stay, because those that an
-- interrupted import made are not found again.
create function begin_import_walk(p_run uuid, p_worker uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from import_run where id = p_run and leased_by = p_worker for update;
  if not found then return; end if;
  update import_run set previewed_at = clock_timestamp() where id = p_run and state = 'preview_queued';
  delete from import_fault where run_id = p_run;
  delete from import_change c using import_run i
    where i.id = p_run and c.run_id = p_run and (i.state = 'preview_queued' or c.applied = '{}');
  -- What a person was asked stays with the answer.
  delete from import_move m using import_run i
    where i.id = p_run and m.run_id = p_run and i.state = 'preview_queued';
end $$;

create function add_import_findings(p_run uuid, p_worker uuid, p_faults jsonb, p_changes jsonb,
  p_moves jsonb default '[]') returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from import_run where id = p_run and leased_by = p_worker for update;
  if not found then return; end if;
  insert into import_fault (run_id, line, position, column_name, code, fact, said_sealed, warning)
  select p_run, r.line, r.position, r.column_name, r.code, r.fact, decode(r.said_sealed, 'base64'), r.warning
  from jsonb_to_recordset(p_faults) as r(line int, position int, column_name text, code text, fact text,
    said_sealed text, warning boolean)
  on conflict do nothing;
  insert into import_change (run_id, line, kind_code, number, applied, held, kept)
  select p_run, r.line, r.kind_code, r.number, r.applied, r.held, r.kept
  from jsonb_to_recordset(p_changes) as r(line int, kind_code text, number text, applied text[], held text[], kept text)
  on conflict (run_id, line) do update set applied = excluded.applied, held = excluded.held, kept = excluded.kept;
  insert into import_move (run_id, line, number, nit_from, nit_to, name_to, known_number, known_name, orders, amount,
    uses, numbers, accepted)
  select p_run, r.line, r.number, r.nit_from, r.nit_to, r.name_to, r.known_number, r.known_name, r.orders, r.amount,
    r.uses, r.numbers, r.applied
  from jsonb_to_recordset(p_moves) as r(line int, number text, nit_from text, nit_to text, name_to text,
    known_number text, known_name text, orders int, amount bigint, uses int, numbers text[],
    applied boolean)
  -- A ticked one that is no longer what was shown stays out, and says so.
  on conflict (run_id, line) do update set accepted = import_move.accepted and excluded.accepted;
end $$;

-- A file without a line is none that a person could confirm: it ends as one without orders does (end_import).
create function finish_import_preview(
  p_run uuid, p_worker uuid, p_lines int, p_new int, p_changed int, p_repeated int, p_held int, p_refused int
) returns lease_outcome language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if p_lines = 0 then
    perform end_import_as_failed(i.id, 'no_rows', null) from import_run i
    where i.id = p_run and i.leased_by = p_worker and i.state = 'preview_queued';
    return case when found then 'done' else 'lost' end;
  end if;
  update import_run set state = 'previewed', lines = p_lines, lines_done = p_lines, lines_total = p_lines,
    preview_new = p_new, preview_changed = p_changed, repeated = p_repeated, held = p_held, refused = p_refused,
    leased_by = null, leased_until = null, attempts = 0
  where id = p_run and leased_by = p_worker and state = 'preview_queued';
  return case when found then 'done' else 'lost' end;
end $$;

create function fail_import(p_run uuid, p_worker uuid, p_failure text, p_fact text) returns void
language sql security definer set search_path = public, pg_temp as $$
  select end_import_as_failed(i.id, p_failure, p_fact) from import_run i where i.id = p_run and i.leased_by = p_worker;
$$;

-- Stores how the file was interpreted, with its first rows. The rows are encrypted and stored with the file's pieces,
-- at the position before the first, so that the retention job deletes them together.
create function note_import(p_run uuid, p_worker uuid, p_notes jsonb, p_sample bytea) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_sample
begin
  update import_run set notes = p_notes where id = p_run and leased_by = p_worker;
  if not found or p_sample is null then return; end if;
  insert into import_chunk (run_id, position, content) values (p_run, -1, p_sample)
  on conflict (run_id, position) do update set content = excluded.content;
end $$;

-- The run since which the orders are as they are: the newest one that brought something, or another file than the one
-- before it. The same file again, byte for byte, may be a quiet day of the core or an export that stands still; nothing
-- in it tells which, so it is no news.
create function newest_order_run() returns table (id uuid, finished_at timestamptz, stale_told_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  with newest as (
    select i.sha256 from import_run i where i.subject = 'orders' and i.state = 'finished'
    order by i.finished_at desc limit 1
  )
  select i.id, i.finished_at, i.stale_told_at
  from newest n join import_run i on i.subject = 'orders' and i.state = 'finished' and i.sha256 = n.sha256
    and i.finished_at > coalesce((select max(b.finished_at) from import_run b
      where b.subject = 'orders' and b.state = 'finished' and b.sha256 <> n.sha256), '-infinity')
  order by case when i.inserted + i.changed > 0 then i.finished_at end desc nulls last, i.finished_at limit 1;
$$;

-- When orders last came that were news, if that is longer ago than the caja's setting; else no row, as before the first
-- file.
create function find_stale_import() returns table (run uuid, finished_at timestamptz, hours int, told boolean)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row
  select newest.id, newest.finished_at, c.import_max_age_hours, newest.stale_told_at is not null
  from caja_profile c, newest_order_run() newest
  where newest.finished_at < now() - make_interval(hours => c.import_max_age_hours);
$$;

create domain notice_outcome as text check (value in ('done', 'already_sent'));

-- One alarm each time that files are overdue: the run that was news stores that it was sent, and the statement queues
-- the e-mails, so that only one of many processes does it.
create function queue_stale_import_notice(p_run uuid, p_mails jsonb) returns notice_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update import_run set stale_told_at = now() where id = p_run and stale_told_at is null;
  if not found then return 'already_sent'; end if;
  perform queue_mails(p_mails);
  return 'done';
end $$;

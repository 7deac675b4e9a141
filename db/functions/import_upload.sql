-- Upload of a file by a person of the caja: in pieces, completed by its digest, then checked in the background. Guards
-- against: a file that arrived in part or changed on its way, and a confirmation of something else than the preview.

create domain import_outcome as text check (value in ('done', 'not_allowed', 'moved_on', 'changed'));

-- Whether a person may bring files of a subject.
create function may_import(p_actor uuid, p_subject text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select may(p_actor, case p_subject when 'agreements' then 'agreement.manage' else 'order.import' end);
$$;

create function begin_import_upload(p_actor uuid, p_file text, p_subject text default 'orders')
returns table (outcome import_outcome, run uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: run
begin
  if not may_import(p_actor, p_subject) then
    return query select 'not_allowed'::import_outcome, null::uuid;
    return;
  end if;
  return query
  insert into import_run (subject, file_name, sha256, state, lines, started_by)
  values (p_subject, p_file, '', 'uploading', 0, p_actor) returning 'done'::import_outcome, id;
end $$;

create function put_import_chunk(p_run uuid, p_actor uuid, p_position int, p_content bytea) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into import_chunk (run_id, position, content)
  select id, p_position, p_content from import_run where id = p_run and started_by = p_actor and state = 'uploading';
$$;

create function close_import_upload(p_run uuid, p_actor uuid, p_sha256 bytea, p_lines int, p_ip text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare run import_run;
begin
  update import_run set state = 'preview_queued', sha256 = p_sha256, lines_total = p_lines
  where id = p_run and started_by = p_actor and state = 'uploading' returning * into run;
  if run.id is null then
    -- Somebody cancelled it while its pieces arrived: its page says so.
    if exists (select from import_run where id = p_run and started_by = p_actor and state = 'cancelled')
    then return; end if;
    raise exception 'import %: no upload is open', p_run;
  end if;
  perform audit_append(p_action => run.subject || '.file_uploaded', p_actor => p_actor, p_subject_kind => 'import_run',
    p_subject_id => p_run::text, p_ip => p_ip, p_detail => jsonb_build_object('sha256', encode(p_sha256, 'hex')));
end $$;

-- Records a file that was refused by its first bytes, as a failed run with its audit event.
create function record_refused_upload(p_actor uuid, p_file text, p_failure text, p_fact text, p_ip text,
  p_subject text default 'orders')
returns import_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare run uuid;
begin
  if not may_import(p_actor, p_subject) then return 'not_allowed'; end if;
  insert into import_run (subject, file_name, sha256, state, lines, started_by, finished_at, failure, failure_fact)
  values (p_subject, p_file, '', 'failed', 0, p_actor, now(), p_failure, p_fact) returning id into run;
  perform audit_append(p_action => p_subject || '.import_failed', p_actor => p_actor,
    p_subject_kind => 'import_run', p_subject_id => run::text, p_ip => p_ip,
    p_detail => jsonb_build_object('reason', p_failure));
  return 'done';
end $$;

-- Which convenios of a file are ticked, as one version. Several people may tick pages of one file.
create function import_ticks_version(p_run uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select md5(coalesce(string_agg(m.line::text, ',' order by m.line), ''))
  from import_move m where m.run_id = p_run and m.accepted;
$$;

-- Stores the ticks of a page: of its lines these and no others. p_moves are lines, each ticked by itself.
create function put_import_ticks(p_run uuid, p_first int, p_last int, p_moves text[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  update import_move set accepted = line = any(p_moves::int[])
  where run_id = p_run and line between p_first and p_last;
$$;

-- Keeps the ticks of a page of a file that waits for its confirmation. 'changed': others are ticked than was shown.
create function tick_import_moves(
  p_run uuid, p_actor uuid, p_first int, p_last int, p_moves text[], p_version text
) returns import_outcome language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not may_import(p_actor, import_subject_of(p_run)) then return 'not_allowed'; end if;
  perform 1 from import_run r where r.id = p_run and r.state = 'previewed' for update;
  if not found then return 'moved_on'; end if;
  if import_ticks_version(p_run) <> p_version then return 'changed'; end if;
  perform put_import_ticks(p_run, p_first, p_last, p_moves);
  return 'done';
end $$;

-- Confirms a run, once. 'moved_on': it was no longer waiting for that. p_moves are the lines of the convenios that may
-- move on the page that was sent with it, from p_first to p_last; those of other pages were ticked before. 'changed':
-- others are ticked than was shown. Processes of before send the lines alone.
create function accept_import(
  p_run uuid, p_actor uuid, p_apply boolean, p_ip text, p_moves text[] default '{}', p_first int default null,
  p_last int default null, p_version text default null
) returns import_outcome language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_first, p_last, p_version
declare
  about text := import_subject_of(p_run);
  ticked int;
begin
  if not may_import(p_actor, about) then return 'not_allowed'; end if;
  perform 1 from import_run r where r.id = p_run and r.state = 'previewed' for update;
  if not found then return 'moved_on'; end if;
  if import_ticks_version(p_run) <> p_version then return 'changed'; end if;
  update import_run set state = 'import_queued', apply_changes = p_apply, confirmed_by = p_actor, lines_done = 0,
    lines_total = lines, leased_by = null, leased_until = null, attempts = 0
  where id = p_run;
  if p_first is null then
    update import_move set accepted = true where run_id = p_run and line = any(p_moves::int[]);
  else
    perform put_import_ticks(p_run, p_first, p_last, p_moves);
  end if;
  select count(*) into ticked from import_move m where m.run_id = p_run and m.accepted;
  perform audit_append(p_action => about || '.import_confirmed', p_actor => p_actor, p_subject_kind => 'import_run',
    p_subject_id => p_run::text, p_ip => p_ip, p_detail => case about
      when 'agreements' then jsonb_build_object('moves', ticked) else jsonb_build_object('apply_changes', p_apply) end);
  return 'done';
end $$;

-- What the file of a run is about. Whoever names a run that is not there is held to the permission for orders.
create function import_subject_of(p_run uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select i.subject from import_run i where i.id = p_run), 'orders');
$$;

-- Cancels in any phase. Imported rows stay and are counted. The worker sees the end of the run with its next batch.
create function stop_import(p_run uuid, p_actor uuid, p_ip text) returns import_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
declare run import_run;
begin
  if not may_import(p_actor, import_subject_of(p_run)) then return 'not_allowed'; end if;
  update import_run set state = 'cancelled', finished_at = now(), leased_by = null, leased_until = null
  where id = p_run and state in ('uploading', 'preview_queued', 'previewed', 'import_queued', 'running')
  returning * into run;
  if run.id is null then return 'moved_on'; end if;
  delete from import_chunk where run_id = p_run;
  delete from import_fault where run_id = p_run;
  perform audit_append(p_action => run.subject || '.import_cancelled', p_actor => p_actor,
    p_subject_kind => 'import_run', p_subject_id => p_run::text, p_ip => p_ip,
    p_detail => jsonb_build_object('inserted', run.inserted, 'changed', run.changed));
  return 'done';
end $$;

-- Lines can contain personal data, so their export is audited.
create function log_import_faults_read(p_run uuid, p_actor uuid, p_ip text) returns void
language sql security definer set search_path = public, pg_temp as $$
  select audit_append(p_action => import_subject_of(p_run) || '.import_faults_downloaded', p_actor => p_actor,
    p_subject_kind => 'import_run', p_subject_id => p_run::text, p_ip => p_ip);
$$;

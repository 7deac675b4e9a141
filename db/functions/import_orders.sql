-- Import of the core's orders in batches. Guards against: a line that is applied to an order that changed since it was
-- planned, a file that is applied twice at once, and an older file that overwrites a newer one.

-- A command-line run is recorded at its start and held by a lease, so that a killed one is detected.
create function start_import(p_subject text, p_file text, p_sha256 bytea, p_actor uuid, p_worker uuid,
  p_lease_seconds int)
returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_actor
declare run uuid;
begin
  perform end_lapsed_imports();
  insert into import_run (subject, file_name, sha256, state, lines, started_by, leased_by, leased_until)
  values (p_subject, p_file, p_sha256, 'running', 0, p_actor, p_worker, now() + make_interval(secs => p_lease_seconds))
  returning id into run;
  return run;
end $$;

-- Whether a run may still write; its row stays locked until the statement ends, so that a cancellation comes
-- before a batch or after it.
create function import_goes_on(p_run uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from import_run where id = p_run and state in ('running', 'import_queued') for no key update;
  return found;
end $$;

-- Adds a batch's counts to its run and returns them.
create function count_import_batch(p_run uuid, p_inserted int, p_changed int) returns table (inserted int, changed int)
language sql security definer set search_path = public, pg_temp as $$
  update import_run i set inserted = i.inserted + p_inserted, changed = i.changed + p_changed where i.id = p_run
  returning p_inserted, p_changed;
$$;

-- "no_orders": the run ended as failed. "lost": it had ended before, or another worker has it.
create domain import_end_outcome as text check (value in ('done', 'no_orders', 'lost'));

-- Ends a run and audits it with the file's digest. Ending it again changes nothing. Written rows were counted batch
-- by batch; the rest is unchanged. A file without a valid line ends as failed and does not count as an import of
-- orders.
create function end_import(p_run uuid, p_worker uuid, p_lines int, p_held int, p_refused int)
returns import_end_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare run import_run;
begin
  update import_run set state = case when p_lines > p_refused then 'finished' else 'failed' end,
    failure = case when p_lines > p_refused then null else 'no_rows' end, finished_at = now(), lines = p_lines,
    lines_done = p_lines, lines_total = p_lines, held = p_held, refused = p_refused, leased_by = null,
      leased_until = null,
    repeated = greatest(0, p_lines - p_refused - p_held - inserted - changed)
  where id = p_run and state in ('running', 'import_queued') and leased_by is not distinct from p_worker
    returning * into run;
  if run.id is null then return 'lost'; end if;
  perform audit_append(p_action => run.subject || case run.state when 'finished' then '.imported' else
    '.import_failed' end, p_actor => run.started_by, p_subject_kind => 'import_run', p_subject_id => run.id::text,
    p_channel => 'import', p_detail => jsonb_build_object('sha256', encode(run.sha256, 'hex'), 'lines', run.lines,
    'inserted', run.inserted, 'changed', run.changed, 'repeated', run.repeated, 'held', run.held, 'refused',
    run.refused));
  return case run.state when 'finished' then 'done' else 'no_orders' end;
end $$;

-- One batch of a plan. What became known or changed since the plan was made is left alone; what was written is
-- answered by its order. What a provider used, or a person of the caja voided, is never changed; what the core itself
-- used up or voided it may take back: the entry stays and gets one against it. What it says of an order in review is
-- kept until the review ends. Each change of a known order is an event. p_new holds whole orders, by column; in
-- p_changes "data" is what changes of one, by column, and its value and last day are those that it will have.
-- Nothing is answered when the run is over, because it was cancelled or took too long. Under the name import_orders
-- earlier versions of the application send other rows (ADR 039).
create function import_order_batch(p_run uuid, p_new jsonb, p_changes jsonb)
returns table (inserted int, changed int, written uuid[])
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: at most one row
declare
  n_new int;
  n_changed int;
  ids uuid[];
begin
  if not import_goes_on(p_run) then return; end if;
  execute with_order_data($sql$ with fresh as (
    insert into "order" (id, number, number_key, state, core_used_on, balance, {data})
    select r.id, r.number, r.number_key, r.state, r.core_used_on,
      case when r.state = 'used' then 0 else r.value end, {data}
    from jsonb_populate_recordset(null::"order", $2) r
    order by r.kind_code, r.number_key -- the same order in every run: two runs wait, they do not deadlock
    on conflict (kind_code, number_key) do nothing
    returning id, value, state
  ), moved as (
    update "order" o set
      ({data}) = (select {data} from jsonb_populate_record(o, r.data)),
      balance = case when r.state = 'used' then 0 else r.value end,
      core_used_on = coalesce(r.core_used_on, o.core_used_on),
      -- Back in force it is what it was: a paper that the affiliate has is not printed again.
      state = case when r.state = 'issued' then coalesce(o.state_before, 'issued') else r.state end,
      state_before = case when r.state in ('issued', 'delivered') or o.state = 'issued' then null
        when o.state = 'delivered' then 'delivered' else o.state_before end,
      state_changed_at = case when r.state <> r.state_was then now() else o.state_changed_at end,
      updated_at = clock_timestamp()
    from jsonb_to_recordset($3) as r(id uuid, version timestamptz, state_was text, state text, value bigint,
      valid_until date, core_used_on date, fields jsonb, line int, data jsonb)
    where o.id = r.id and o.updated_at = r.version and o.state = r.state_was
      -- Asked by the line's state, so that it is decided for the lines of the batch only, never for every order.
      and case when r.state_was in ('issued', 'delivered') then o.balance = o.value
        when r.state_was in ('used', 'annulled') then o.balance in (0, o.value) and is_core_state(o) else false end
      and may_import_change($1, o, r.value, r.valid_until, r.state, r.fields)
    returning o.id, o.value, r.state, r.state_was, r.fields, r.line
  ), reviewed as ( -- in review: the end of the review applies it (order.sql)
    update "order" o set core_said = r.state, core_used_on = coalesce(r.core_used_on, o.core_used_on),
      updated_at = clock_timestamp()
    from jsonb_to_recordset($3) as r(id uuid, version timestamptz, state_was text, state text, core_used_on date,
      fields jsonb, line int)
    where o.id = r.id and o.updated_at = r.version and o.state = 'blocked' and r.state_was = 'blocked'
      and r.state in ('annulled', 'used') and o.balance = o.value
    returning o.id, r.state, r.fields, r.line
  ), unused as ( -- the core's own entry, and what is against it
    insert into order_use (order_id, kind, amount, balance, key, undoes, reason)
    select m.id, 'undo', u.amount, u.amount, gen_random_uuid(), u.id, 'core'
    from moved m join order_use u on u.order_id = m.id and u.kind = 'use'
    where m.state_was = 'used' and m.state <> 'used'
      and not exists (select from order_use undo where undo.undoes = u.id)
  ), used as ( -- used at the core: an entry without a provider
    insert into order_use (order_id, kind, amount, balance, key, reason)
    select id, 'use', value, 0, gen_random_uuid(), null from fresh where state = 'used'
    union all
    select id, 'use', value, 0, gen_random_uuid(), null from moved where state = 'used' and state_was <> 'used'
  )
  select (select count(*) from fresh), (
    select count(audit_append(p_action => case when state <> state_was and state = 'annulled' then 'order.annulled'
      when state <> state_was and state = 'used' then 'order.used' else 'order.changed' end, p_actor => null,
      p_subject_kind => 'order', p_subject_id => id::text, p_channel => 'import',
      p_detail => jsonb_build_object('run', $1, 'line', line, 'columns', fields, 'from', state_was, 'to', state)))
    from moved) + (
    select count(audit_append(p_action => 'order.changed', p_actor => null, p_subject_kind => 'order',
      p_subject_id => id::text, p_channel => 'import', p_detail => jsonb_build_object('run', $1, 'line', line,
      'columns', fields, 'from', 'blocked', 'to', state)))
    from reviewed),
    array(select id from fresh union all select id from moved union all select id from reviewed)
    $sql$) into n_new, n_changed, ids using p_run, p_new, p_changes;

  return query select c.inserted, c.changed, ids from count_import_batch(p_run, n_new, n_changed) c;
end $$;

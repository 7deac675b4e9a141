-- Restoring a backup. Guards against: numbers, sessions and links of a restored backup that are used a second time.

-- Run after a backup was restored. Numbers issued after the backup may be on paper, so every series advances by
-- p_gap: no order, filing number, folio, proof or receipt reuses one. All sessions and links end, since a password
-- may have been changed or a link used in the meantime. For the owner role only.
create function resume_after_restore(p_gap int, p_taken_at timestamptz) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
  this_year int := extract(year from bogota_today())::int;
begin
  insert into order_series (kind_code, last) select code, p_gap from order_kind
  on conflict (kind_code) do update set last = order_series.last + p_gap;
  insert into filing_counter (year, last) values (this_year, p_gap)
  on conflict (year) do update set last = filing_counter.last + p_gap;
  insert into report_counter (year, last) values (this_year, p_gap)
  on conflict (year) do update set last = report_counter.last + p_gap;
  perform setval('proof_number', nextval('proof_number') + p_gap);
  perform setval(pg_get_serial_sequence('order_use', 'serial'),
    nextval(pg_get_serial_sequence('order_use', 'serial')) + p_gap);
  perform setval(pg_get_serial_sequence('audit_event', 'seq'),
    nextval(pg_get_serial_sequence('audit_event', 'seq')) + p_gap);
  update session set revoked_at = now() where revoked_at is null;
  update mail_link set superseded_at = now() where used_at is null and superseded_at is null;
  perform audit_append(p_action => 'installation.restored', p_actor => null, p_subject_kind => 'installation',
    p_subject_id => 'database', p_channel => 'system', p_detail => jsonb_build_object('taken_at', p_taken_at, 'gap',
    p_gap));
end $$;

-- Invalidates the caches of every server process: each is notified of the changed table's name on this channel
-- (db/listen.ts).
create function notify_change() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_notify('hanna_change', tg_table_name);
  return null;
end $$;

-- Heartbeat: a process that receives its own one also receives notifications of changes.
create function send_heartbeat(p_process text) returns void language sql security definer
set search_path = public, pg_temp as $$
  select pg_notify('hanna_change', 'heartbeat ' || p_process);
$$;

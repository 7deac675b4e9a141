-- Restoring a backup, and counting what each key sealed. Guards against: numbers, sessions and links of a restored
-- backup that are used a second time, and a key that is removed while something is still sealed with it.

-- Run after a backup was restored. Numbers issued after the backup may be on paper, so every series advances by
-- p_gap: no order, filing number, folio, proof, receipt, payment run or incident reuses one. All sessions and links
-- end, since a password may have been changed or a link used in the meantime. For the owner role only.
create function resume_after_restore(p_gap int, p_taken_at timestamptz) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
  this_year int := extract(year from bogota_today())::int;
  series text;
  -- A copy that is restored for the second or third time gets a gap so many times as large (docs/operations.md); series
  -- with few numbers move so many times as far too.
  times int := least(ceil(p_gap / 100000.0), 10)::int;
begin
  insert into order_series (kind_code, last) select code, p_gap from order_kind
  on conflict (kind_code) do update set last = order_series.last + p_gap;
  insert into filing_counter (year, last) values (this_year, p_gap)
  on conflict (year) do update set last = filing_counter.last + p_gap;
  insert into report_counter (year, last) values (this_year, p_gap)
  on conflict (year) do update set last = report_counter.last + p_gap;
  foreach series in array array['public.proof_number', pg_get_serial_sequence('order_use', 'serial'),
    pg_get_serial_sequence('payment', 'serial'), pg_get_serial_sequence('incident', 'serial')]
  loop
    perform setval(series, nextval(series) + p_gap);
  end loop;
  -- Heads outside of the database know events of after the copy, whose numbers must not come again, however small the
  -- gap is and however often this copy is restored: a hundred events a second since it was taken.
  perform setval(pg_get_serial_sequence('audit_event', 'seq'),
    nextval(pg_get_serial_sequence('audit_event', 'seq')) + greatest(p_gap, 1000000)
    + greatest(extract(epoch from clock_timestamp() - p_taken_at), 0)::bigint * 100);
  -- The version of the text that people consent to: a few in the life of an installation.
  perform setval(pg_get_serial_sequence('policy', 'id'),
    nextval(pg_get_serial_sequence('policy', 'id')) + least(p_gap, 10 * times));
  -- Numbers of keys that may have signed papers since: revoked ones hold them, with halves that nobody has.
  insert into order_key (id, state, public_key, private_sealed, revoked_at)
  select k.last + n, 'revoked', sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), '', now()
  from (select max(id) as last from order_key) k, generate_series(1, 2 * times) n where k.last + n <= 255;
  -- The same for keys of receipts, of which a copy may hold none yet. Without a private half they are not published.
  insert into receipt_key (id, state, public_key, private_sealed, retired_at)
  select k.last + n, 'retired', sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), '', now()
  from (select coalesce(max(id), 0) as last from receipt_key) k, generate_series(1, 2 * times) n
  where k.last + n <= 255;
  update session set revoked_at = now() where revoked_at is null;
  update mail_link set superseded_at = now() where used_at is null and superseded_at is null;
  perform audit_append(p_action => 'installation.restored', p_actor => null, p_subject_kind => 'installation',
    p_subject_id => 'database', p_channel => 'system', p_detail => jsonb_build_object('taken_at', p_taken_at, 'gap',
    p_gap));
end $$;

-- How many values each key sealed, by column: the key's number is their second byte. Reads all of them. A document of
-- a request without sealed_as is not sealed yet.
create function count_sealed() returns table (sealed_column text, key_number int, amount int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  place text;
begin
  foreach place in array array['order_key.private_sealed', 'receipt_key.private_sealed', 'order.affiliate_id_sealed',
    'order.affiliate_name_sealed', 'order_code.check_sealed', 'order_form.answers', 'lookup.id_sealed',
    'lookup.number_sealed', 'registration.answers', 'factor.secret', 'bank_account.number_sealed', 'mail.content',
    'kept_file.sealed', 'person.id_number_sealed', 'person.mobile_sealed', 'email_change.email_sealed',
    'request_document.content', 'report.words_sealed', 'report_photo.sealed', 'import_chunk.content',
    'import_fault.said_sealed',
    'rights_request.content_sealed', 'rights_event.text_sealed', 'rights_file.sealed', 'incident.content_sealed']
  loop
    return query execute format('select %1$L, get_byte(%3$I, 1), count(*)::int from %2$I where length(%3$I) >= 30
      %4$s group by 2', place, split_part(place, '.', 1), split_part(place, '.', 2),
      case place when 'request_document.content' then 'and sealed_as is not null' end);
  end loop;
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

-- A write that whoever asked for it no longer waits for is not made. The application says until when with each
-- statement (db/write-deadline.ts); here, the one place for every business write, its audit event is looked at as the
-- last thing before the end of its transaction, after every lock and by this server's clock.
create function check_write_deadline() returns trigger language plpgsql as $$
begin
  if extract(epoch from clock_timestamp()) > current_setting('hanna.not_after', true)::float8 then
    raise exception 'nobody waits for this write any more' using errcode = 'query_canceled';
  end if;
  return null;
end $$;

create constraint trigger check_write_deadline after insert on audit_event deferrable initially deferred
  for each row when (coalesce(current_setting('hanna.not_after', true), '') <> '')
  execute function check_write_deadline();

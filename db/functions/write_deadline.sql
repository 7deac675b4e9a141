-- Rolls back a write whose client no longer waits. The application sends the deadline with each statement (db/write-
-- deadline.ts). A deferred trigger on the audit event of every business write checks it at the end of the transaction,
-- after all locks and by this server's clock. Guards against: a write that happens after the person was told that it
-- did not.

create function check_write_deadline() returns trigger language plpgsql as $$
begin
  if extract(epoch from clock_timestamp()) > current_setting('hanna.not_after', true)::float8 then
    -- The name tells it from a statement that took too long.
    raise exception 'nobody waits for this write any more'
      using errcode = 'query_canceled', constraint = 'check_write_deadline';
  end if;
  return null;
end $$;

create constraint trigger check_write_deadline after insert on audit_event deferrable initially deferred
  for each row when (coalesce(current_setting('hanna.not_after', true), '') <> '')
  execute function check_write_deadline();

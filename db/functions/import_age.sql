-- When the newest file of orders ended, once that is longer ago than the caja's setting; nothing otherwise, nor
-- before the first file.
create function stale_import() returns table (run uuid, finished_at timestamptz, hours int, told boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select newest.id, newest.finished_at, c.import_max_age_hours, newest.stale_told_at is not null
  from caja_profile c, lateral (
    select i.id, i.finished_at, i.stale_told_at from import_run i where i.subject = 'orders' and i.state = 'finished'
    order by i.finished_at desc limit 1
  ) newest
  where newest.finished_at < now() - make_interval(hours => c.import_max_age_hours);
$$;

-- One telling for each time that files stay away: the newest run keeps that it was told, and the mails are
-- queued by the same statement, so of many processes one does it.
create function tell_stale_import(p_run uuid, p_mails jsonb) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update import_run set stale_told_at = now() where id = p_run and stale_told_at is null;
  if not found then return false; end if;
  perform queue_mails(p_mails);
  return true;
end $$;

-- Forgets what is no longer needed (Decreto 1074 de 2015, 2.2.2.25.2.8: only as long as necessary).
-- Orders, audit events and consents stay: they are the caja's proof.
create function forget_old() returns void
language sql security definer set search_path = public, pg_temp as $$
  update lookup set id_sealed = null where id_sealed is not null and asked_at < now() - interval '24 hours';
  delete from budget_counter where window_start < now() - interval '2 days';
  delete from mail_link l using registration r
    where l.purpose = 'confirm' and l.subject_id = r.id and r.completed_at is null and r.expires_at < now() - interval '30 days';
  delete from registration where completed_at is null and expires_at < now() - interval '30 days';
  delete from session where expires_at < now() - interval '90 days';
  delete from import_chunk c using import_run i where i.id = c.run_id and coalesce(i.finished_at, i.started_at) < now() - interval '24 hours'
    and (i.leased_until is null or i.leased_until < now());
  delete from import_fault f using import_run i where i.id = f.run_id and coalesce(i.finished_at, i.started_at) < now() - interval '24 hours'
    and (i.leased_until is null or i.leased_until < now());
  update import_run set state = 'cancelled', leased_by = null, leased_until = null
    where state in ('uploading', 'preview_queued', 'previewed', 'import_queued') and started_at < now() - interval '24 hours'
      and (leased_until is null or leased_until < now());
  delete from report_photo f using report r
    where r.id = f.report_id and r.decided_at < now() - interval '2 years';
  delete from order_form where updated_at < now() - interval '30 days';
  delete from mail where sent_at < now() - interval '30 days';
$$;

-- Background jobs. Guards against: a job that fails or stops without anybody being told.

-- Records the result of a background job. p_error: null on success, else a code without personal data. p_due_seconds:
-- within that time the next success is due. The first failure and the recovery are audited. Rounds that a doubtful
-- clock refused are counted by themselves, because an hour of them is a reason to believe it.
create function report_job(p_job text, p_error text, p_due_seconds int) returns void
language sql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_error
  with before as (
    select failures from job_run where job = p_job
  ), reported as (
    insert into job_run as known (job, last_ok_at, last_failed_at, last_error, failures, late_after)
    values (p_job, case when p_error is null then now() end, case when p_error is not null then now() end, p_error,
      (p_error is not null)::int, now() + make_interval(secs => p_due_seconds))
    on conflict (job) do update set
      last_ok_at = coalesce(excluded.last_ok_at, known.last_ok_at),
      last_failed_at = coalesce(excluded.last_failed_at, known.last_failed_at),
      last_error = excluded.last_error,
      failures = case when excluded.last_error is null then 0
        when (excluded.last_error = 'CLOCK') is distinct from (known.last_error = 'CLOCK') then 1
        else known.failures + 1 end,
      late_after = case when excluded.last_error is null then excluded.late_after else known.late_after end
    returning failures
  )
  select audit_append(p_action => case when p_error is null then 'job.recovered' else 'job.failed' end,
    p_actor => null, p_subject_kind => 'job', p_subject_id => p_job, p_channel => 'job',
    p_detail => jsonb_strip_nulls(jsonb_build_object('error', p_error)))
  from reported r left join before b on true
  where r.failures = 1 or (r.failures = 0 and b.failures > 0);
$$;

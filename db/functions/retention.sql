-- Deletes personal data whose time is over (Decreto 1074 de 2015, 2.2.2.25.2.8: only as long as necessary). Guards
-- against: data that is kept longer than its rule says, a deletion that blocks other work, and one by a clock that is
-- ahead. Orders, audit events and consents are never deleted, because they are the caja's evidence.

-- Whether the desk still has to see the number that was asked for: a report of it waits for an answer, which then
-- forgets it (forget_number).
create function is_number_reported(p_lookup uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from report r where r.lookup_id = p_lookup and r.decided_at is null and r.withdrawn_at is null);
$$;

-- Deletes one batch of one rule of model/retention.ts: at most p_limit rows, the oldest first where an index gives that
-- order. Returns the number of deleted rows; fewer than p_limit means that nothing is left to delete now. Rows that
-- another transaction has locked are skipped and deleted by a later run.
create function forget(p_rule text, p_limit int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  forgotten int;
begin
  if is_clock_doubtful(p_rule) then raise exception 'the clock may be ahead' using errcode = 'CLOCK'; end if;
  case p_rule
  when 'typed_ids' then
    with old as materialized (
      select l.id from lookup l
      where (l.id_sealed is not null or l.id_index is not null) and l.asked_at < now() - affiliate_window()
      order by l.asked_at limit p_limit for update skip locked)
    update lookup l set id_sealed = null, id_index = null,
      number_sealed = case when is_number_reported(l.id) then l.number_sealed end
    from old where l.id = old.id;
  when 'faces' then
    with old as materialized (
      select f.lookup_id from lookup_face f where f.found_at < now() - affiliate_window()
      order by f.found_at limit p_limit for update skip locked)
    delete from lookup_face f using old where f.lookup_id = old.lookup_id;
  -- A closed key is needed only as long as a late answer could still register a use.
  when 'closed_use_keys' then
    with old as materialized (
      select c.provider_id, c.key from closed_use_key c where c.closed_at < now() - retention_window('closed_use_keys')
      order by c.closed_at limit p_limit for update skip locked)
    delete from closed_use_key c using old where c.provider_id = old.provider_id and c.key = old.key;
  when 'budgets' then
    with old as materialized (
      select b.scope, b.key from budget_counter b where b.window_start < now() - retention_window('budgets')
      order by b.window_start limit p_limit for update skip locked)
    delete from budget_counter b using old where b.scope = old.scope and b.key = old.key;
  when 'registrations' then
    with old as materialized (
      select r.id from registration r
      where r.completed_at is null and r.expires_at < now() - retention_window('registrations')
      order by r.expires_at limit p_limit for update skip locked
    ), links as (
      delete from mail_link l using old where l.purpose = 'confirm' and l.subject_id = old.id
    )
    delete from registration r using old where r.id = old.id;
  when 'sessions' then
    with old as materialized (
      select s.id from session s where s.expires_at < now() - retention_window('sessions')
      order by s.expires_at limit p_limit for update skip locked)
    delete from session s using old where s.id = old.id;
  when 'audit_addresses' then
    with old as materialized (
      select a.seq from audit_address a where a.at < now() - retention_window('audit_addresses')
      order by a.at limit p_limit for update skip locked)
    delete from audit_address a using old where a.seq = old.seq;
  when 'email_changes' then
    with old as materialized (
      select c.id from email_change c where c.requested_at < now() - retention_window('email_changes')
      order by c.requested_at limit p_limit for update skip locked)
    delete from email_change c using old where c.id = old.id;
  -- A confirmed file is kept until its worker has run, however long that takes.
  when 'abandoned_imports' then
    with old as materialized (
      select i.id from import_run i where i.state in ('uploading', 'preview_queued', 'previewed')
        and i.started_at < now() - retention_window('abandoned_imports')
        and (i.leased_until is null or i.leased_until < now())
      order by i.started_at limit p_limit for update skip locked)
    update import_run i set state = 'cancelled', leased_by = null, leased_until = null from old where i.id = old.id;
  when 'import_pieces' then
    with old as materialized (
      select c.run_id, c.position from import_chunk c join import_run i on i.id = c.run_id
      where import_is_over(i) limit p_limit for update of c skip locked)
    delete from import_chunk c using old where c.run_id = old.run_id and c.position = old.position;
  when 'import_faults' then
    with old as materialized (
      select f.run_id, f.line, f.position from import_fault f join import_run i on i.id = f.run_id
      where import_is_over(i) limit p_limit for update of f skip locked)
    delete from import_fault f using old
    where f.run_id = old.run_id and f.line = old.line and f.position = old.position;
  when 'report_photos' then
    with old as materialized (
      select f.report_id from report_photo f join report r on r.id = f.report_id
      where coalesce(r.decided_at, r.withdrawn_at) < now() - retention_window('report_photos')
      limit p_limit for update of f skip locked)
    delete from report_photo f using old where f.report_id = old.report_id;
  when 'report_words' then
    with old as materialized (
      select r.id from report r where r.words_sealed is not null
        and coalesce(r.decided_at, r.withdrawn_at) < now() - retention_window('report_words')
      limit p_limit for update skip locked)
    update report r set words_sealed = null from old where r.id = old.id;
  when 'request_documents' then
    with old as materialized (
      select d.id from request_document d join request r on r.id = d.request_id where is_document_over(d, r)
      limit p_limit for update of d skip locked)
    delete from request_document d using old where d.id = old.id;
  -- An account is refused with the request that another approval closes; with those of earlier versions it waited.
  when 'waiting_accounts' then
    with old as materialized (
      select a.id, r.decided_at, r.decided_by from bank_account a join request r on r.id = a.request_id
      where a.state = 'requested' and r.state = 'rejected'
        and r.decided_at < now() - retention_window('waiting_accounts')
      limit p_limit for update of a skip locked)
    update bank_account a set state = 'refused', decided_at = old.decided_at, decided_by = old.decided_by
    from old where a.id = old.id;
  when 'closed_accounts' then
    perform empty_account(old.id) from (
      select p.id from person p where is_account_over(p) limit p_limit for update skip locked) old;
  when 'unentered_accounts' then
    with old as materialized (
      select p.id from person p where is_account_unentered(p) limit p_limit for update skip locked)
    update person p set email = p.id || '@olvidada.invalid', name = '', disabled_at = coalesce(p.disabled_at, now())
    from old where p.id = old.id;
  when 'unanswered_invitations' then
    with old as materialized (
      select i.id from invitation i
      where i.accepted_at is null and i.name <> ''
        and is_unanswered_since(i.invited_at, 'invite', i.id, 'unanswered_invitations')
      limit p_limit for update skip locked)
    update invitation i set email = i.id || '@olvidada.invalid', name = '',
      cancelled_at = coalesce(i.cancelled_at, now())
    from old where i.id = old.id;
  when 'rights_files' then
    with old as materialized (
      select f.request_id from rights_file f join rights_request r on r.id = f.request_id
      where r.closed_at < now() - retention_window('rights_files') limit p_limit for update of f skip locked)
    delete from rights_file f using old where f.request_id = old.request_id;
  when 'rights_requests' then
    with old as materialized (
      select r.id from rights_request r
      where r.content_sealed is not null and r.closed_at < now() - retention_window('rights_requests')
      limit p_limit for update skip locked
    ), words as (
      update rights_event e set text_sealed = null from old where e.request_id = old.id
    ), named as (
      delete from rights_account a using old where a.request_id = old.id
    )
    update rights_request r set content_sealed = null, id_index = null, id_kind = null from old where r.id = old.id;
  when 'order_forms' then
    with old as materialized (
      select f.person_id from order_form f where f.updated_at < now() - retention_window('order_forms')
      limit p_limit for update skip locked)
    delete from order_form f using old where f.person_id = old.person_id;
  when 'kept_files' then
    with old as materialized (
      select k.id from kept_file k where k.kept_at < now() - retention_window('kept_files')
      order by k.kept_at limit p_limit for update skip locked)
    delete from kept_file k using old where k.id = old.id;
  when 'mails' then
    with old as materialized (
      select m.id from mail m where m.sent_at < now() - retention_window('mails')
      order by m.sent_at limit p_limit for update skip locked)
    delete from mail m using old where m.id = old.id;
  when 'given_up_mails' then
    with old as materialized (
      select m.id from mail m where m.given_up_at < now() - retention_window('given_up_mails')
      order by m.given_up_at limit p_limit for update skip locked)
    delete from mail m using old where m.id = old.id;
  -- Counts without an alert are deleted with their window, counts that raised one after miss_alerts.
  when 'miss_alerts' then
    with old as materialized (
      select a.scope, a.key, a.window_start from miss_alert a
      where a.window_start < now() - retention_window('miss_counts')
        and (a.raised_at is null or a.raised_at < now() - retention_window('miss_alerts'))
      order by a.window_start limit p_limit for update skip locked)
    delete from miss_alert a using old
    where a.scope = old.scope and a.key = old.key and a.window_start = old.window_start;
  end case;
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;

-- Whether the clock may be ahead, as on a machine that has started and has not asked a time server yet: in the day
-- before it nobody did anything, and the rule was not applied. After a long rest it looks the same, so the clock is
-- believed as soon as somebody does something, or after an hour in which it stayed: as many rounds, one a minute. What
-- an import's worker writes in the name of who started it is no sign of anybody. The log is read only when it decides:
-- a night's import has a million events that nobody did.
create function is_clock_doubtful(p_rule text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when j.last_ok_at >= now() - clock_doubt_window() or j.last_error = 'CLOCK' and j.failures >= 60 then false
    else coalesce(greatest(j.last_ok_at, (
      select e.at from audit_event e where e.actor_id is not null and e.channel not in ('import', 'job')
      order by e.at desc, e.seq desc limit 1)) < now() - clock_doubt_window(), false)
    end
  from (select) rule left join job_run j on j.job = 'retention.' || p_rule;
$$;

-- Whether the uploaded content of a run can be deleted: the run ended longer ago than import_pieces.
create function import_is_over(i import_run) returns boolean language sql stable as $$
  select i.state in ('finished', 'cancelled', 'failed')
    and coalesce(i.finished_at, i.started_at) < now() - retention_window('import_pieces');
$$;

-- Whether a document of a request can be deleted: it proves nothing that stands, for long enough. One that was replaced
-- before the request was approved, or whose request was rejected or never corrected, led to no access. One that led to
-- access is evidence of it until long after another took its place, in its request or in a later one that was approved,
-- or after the last person of the provider left (Código de Comercio, art. 60; Ley 962 de 2005, art. 28). In a later one
-- a newer one does, which document_that_counts takes before it, and which the application calls by the same name: kinds
-- that were made out of long names were the same for two papers.
create function is_document_over(d request_document, r request) returns boolean language sql stable as $$
  select d.replaced_at < now() - retention_window('approved_documents')
    or (r.state = 'approved' and r.decided_at < now() - retention_window('approved_documents') and exists (
      select from request q join request_document n on n.request_id = q.id
      where q.provider_id = r.provider_id and q.state = 'approved' and q.decided_at > r.decided_at
        and q.decided_at < now() - retention_window('approved_documents') and n.kind = d.kind
        and n.replaced_at is null and n.uploaded_at > d.uploaded_at and n.mark is distinct from 'fix'
        and plain_words(document_name(q.application_code, d.kind))
          = plain_words(document_name(r.application_code, d.kind))))
    or (select max(coalesce(m.removed_at, 'infinity')) from membership m where m.provider_id = r.provider_id)
      < now() - retention_window('approved_documents')
    or (d.replaced_at < now() - retention_window('request_documents')
      and (r.state <> 'approved' or d.replaced_at <= r.decided_at))
    or (r.state in ('rejected', 'returned') and r.decided_at < now() - retention_window('request_documents'));
$$;

-- Whether nothing came of an invitation for long enough, also of its last link.
create function is_unanswered_since(p_asked timestamptz, p_purpose text, p_subject uuid, p_rule text) returns boolean
language sql stable as $$
  select p_asked < now() - retention_window(p_rule) and not exists (
    select from mail_link l where l.purpose = p_purpose and l.subject_id = p_subject
      and l.created_at >= now() - retention_window(p_rule));
$$;

-- Whether somebody was invited to work for the caja and never chose a password: they did nothing that history names.
create function is_account_unentered(p person) returns boolean language sql stable as $$
  select p.password_hash is null and p.name <> '' and p.email not like '%@olvidada.invalid'
    and not exists (select from membership m where m.person_id = p.id)
    and is_unanswered_since(p.created_at, 'password', p.id, 'unentered_accounts');
$$;

-- Whether what is personal of an account can be emptied: its person lost access to everything long enough ago.
create function is_account_over(p person) returns boolean language sql stable as $$
  select p.email not like '%@olvidada.invalid' and not still_works(p.id)
    and greatest(p.disabled_at, (select max(m.removed_at) from membership m where m.person_id = p.id))
      < now() - retention_window('closed_accounts');
$$;

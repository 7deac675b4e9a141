-- Reports of providers about orders that do not match. Guards against: unlimited reports that block orders, and a
-- decision on another state than the one shown.

-- Folio of the next report of the year in Bogotá: R-2026-000001, without gaps as next_filing_number().
create function next_report_folio() returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  this_year int := extract(year from bogota_day(clock_timestamp()));
  next_number int;
begin
  insert into report_counter (year, last) values (this_year, 1)
  on conflict (year) do update set last = report_counter.last + 1 returning last into next_number;
  return format('R-%s-%s', this_year, lpad(next_number::text, greatest(6, length(next_number::text)), '0'));
end $$;

-- A report that no longer waits needs what was typed as the number no more, once the day of who asked is over and
-- where no other report of the same look-up waits. A little earlier already: the retention of that moment may have
-- seen the report waiting, and does not come again.
create function forget_number(p_lookup uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update lookup l set number_sealed = null
  where l.id = p_lookup and l.number_sealed is not null
    and l.asked_at < now() - affiliate_window() + retention_lead_window() and not is_number_reported(l.id);
$$;

create function reports_of_today(p_provider uuid) returns setof report
language sql stable security definer set search_path = public, pg_temp as $$
  select r.* from report r
  where r.provider_id = p_provider
    and bogota_day(r.filed_at) = bogota_day(clock_timestamp());
$$;

-- Whether a report of this provider may put an order in review. The order must be issued, delivered or in review
-- already, and not meant for another provider. The provider must be allowed to work today and have put fewer than three
-- orders in review today. Reports that it withdrew do not count, so that a slip does not use up the limit.
create function report_may_hold(o "order", p_provider uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return provider_may_work(p_provider, clock_timestamp())
    and (select count(*) from reports_of_today(p_provider) r where r.put_in_review and r.withdrawn_at is null) < 3
    and o.state in ('issued', 'delivered', 'blocked')
    and order_standing(o, (select v.nit from provider v where v.id = p_provider), clock_timestamp())
      <> 'other_provider';
end $$;

-- The same of an order whose lock it takes, to put it in review.
create function report_holds_order(p_order uuid, p_provider uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  o "order";
begin
  select * into o from "order" where id = p_order for no key update;
  return report_may_hold(o, p_provider);
end $$;

-- Files a provider's report of what does not match in one of its own answers. p_report is the idempotency key: a
-- second call with it returns the folio of the first, which takes over a photo that comes only now, while nobody has
-- decided it: the reporter went back to add it. The provider's row lock makes the daily limits exact. Outcomes:
-- 'done', 'not_allowed', 'not_found', 'too_many' (fifty a day), 'unconfirmed' (the report would put the affiliate's
-- order in review, and the person did not confirm that). Earlier versions of the application do not send the
-- confirmation, so they are never refused for it.
create domain file_report_outcome as text
  check (value in ('done', 'not_allowed', 'not_found', 'too_many', 'unconfirmed'));

create function file_report(
  p_report uuid, p_provider uuid, p_person uuid, p_lookup uuid, p_verdict text, p_reason text, p_words bytea,
  p_photo_type text, p_photo_size int, p_photo bytea, p_mails jsonb, p_ip text, p_confirmed boolean default true
) returns table (outcome file_report_outcome, folio text)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: p_words, p_photo_type, p_photo_size, p_photo, folio
declare
  looked_up lookup;
  earlier report;
  report_folio text;
  reviewed boolean := false;
begin
  perform from provider v where v.id = p_provider for no key update;
  if not may_for(p_person, p_provider, 'report.file') then
    return query select 'not_allowed'::file_report_outcome, null::text;
    return;
  end if;
  select * into earlier from report r where r.id = p_report and r.provider_id = p_provider for update;
  if earlier.id is not null then
    if p_photo is not null and earlier.reported_by = p_person
      and earlier.decided_at is null and earlier.withdrawn_at is null then
      insert into report_photo (report_id, media_type, size, sealed)
      values (p_report, p_photo_type, p_photo_size, p_photo) on conflict do nothing;
      if found then
        perform audit_append(p_action => 'report.photo_added', p_actor => p_person, p_provider => p_provider,
          p_subject_kind => 'report', p_subject_id => earlier.folio, p_ip => p_ip);
      end if;
    end if;
    return query select 'done'::file_report_outcome, earlier.folio;
    return;
  end if;
  select * into looked_up from lookup l where l.id = p_lookup and l.provider_id = p_provider;
  if looked_up.id is null or exists (select from report r where r.id = p_report) then
    return query select 'not_found'::file_report_outcome, null::text; return;
  end if;
  if (select count(*) from reports_of_today(p_provider)) >= 50 then
    return query select 'too_many'::file_report_outcome, null::text; return;
  end if;

  if p_reason in ('value_changed', 'forged') and looked_up.order_id is not null then
    reviewed := report_holds_order(looked_up.order_id, p_provider);
  end if;
  if reviewed and not p_confirmed then
    return query select 'unconfirmed'::file_report_outcome, null::text; return;
  end if;
  report_folio := next_report_folio();
  insert into report (id, folio, provider_id, reported_by, lookup_id, order_id, verdict, reason, words_sealed,
    filed_at, put_in_review)
  values (p_report, report_folio, p_provider, p_person, p_lookup, looked_up.order_id, p_verdict, p_reason, p_words,
    clock_timestamp(), reviewed);
  if reviewed then
    perform place_hold(o, p_report, p_person, p_provider, report_folio, p_ip) from "order" o
      where o.id = looked_up.order_id;
  end if;
  if p_photo is not null then
    insert into report_photo (report_id, media_type, size, sealed)
    values (p_report, p_photo_type, p_photo_size, p_photo);
  end if;
  perform queue_mails(p_mails);
  perform audit_append(p_action => 'report.filed', p_actor => p_person, p_provider => p_provider,
    p_subject_kind => 'report', p_subject_id => report_folio, p_ip => p_ip,
    p_detail => jsonb_strip_nulls(jsonb_build_object('lookup', p_lookup, 'order', looked_up.order_id,
    'reason', p_reason, 'verdict', p_verdict, 'in_review', reviewed, 'photo', p_photo is not null)));
  return query select 'done'::file_report_outcome, report_folio;
end $$;

-- Until when a report that was filed at this instant can be withdrawn.
create function report_withdrawn_until(p_filed_at timestamptz) returns timestamptz
language sql stable security definer set search_path = public, pg_temp as $$
  select p_filed_at + report_withdraw_window();
$$;

-- Withdraws a report. Only the person who filed it can, within report_withdraw_window and before it is decided. Only
-- the hold of this report is released; the order stays in review when it has another. A second call answers 'done' and
-- changes nothing. A withdrawn report still counts towards the daily limit of reports, but not of reviews. Outcomes:
-- 'done', 'not_allowed', 'not_found' (also when another person filed it), 'decided', 'late'.
create domain withdraw_report_outcome as text
  check (value in ('done', 'not_allowed', 'not_found', 'decided', 'late'));

create function withdraw_report(p_report uuid, p_person uuid, p_provider uuid, p_mails jsonb, p_ip text)
returns withdraw_report_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  filed report;
  hold uuid;
begin
  if not may_for(p_person, p_provider, 'report.file') then return 'not_allowed'; end if;
  select * into filed from report r
  where r.id = p_report and r.provider_id = p_provider and r.reported_by = p_person for update;
  if filed.id is null then return 'not_found'; end if;
  if filed.withdrawn_at is not null then return 'done'; end if;
  if filed.decided_at is not null then return 'decided'; end if;
  if clock_timestamp() > report_withdrawn_until(filed.filed_at) then return 'late'; end if;
  perform from "order" o where o.id = filed.order_id for no key update;
  select h.id into hold from order_hold h where h.report_id = p_report and h.released_at is null;
  if hold is not null then perform release_hold(hold, p_person, filed.folio, p_ip, p_provider); end if;
  update report set withdrawn_at = clock_timestamp() where id = p_report;
  perform forget_number(filed.lookup_id);
  perform queue_mails(p_mails);
  perform audit_append(p_action => 'report.withdrawn', p_actor => p_person, p_provider => p_provider,
    p_subject_kind => 'report', p_subject_id => filed.folio, p_ip => p_ip,
    p_detail => jsonb_strip_nulls(jsonb_build_object('order', filed.order_id, 'released', hold is not null)));
  return 'done';
end $$;

-- A person of the caja decides a report and what happens to its order: p_deed is 'leave', 'unblock' or 'annul'. The
-- first decision counts, and a withdrawn report cannot be decided. When the order's transition is refused, the report
-- stays undecided. Outcomes: 'done', 'decided' (or withdrawn), 'changed' (the report or its order differs from p_seen,
-- which earlier versions of the application do not send), 'own_provider' (the person works or worked there),
-- 'not_allowed', 'not_found', 'state_changed' (the order can no longer make that transition).
create domain decide_report_outcome as text
  check (value in ('done', 'decided', 'changed', 'own_provider', 'not_allowed', 'not_found', 'state_changed'));

create function decide_report(
  p_report uuid, p_actor uuid, p_outcome text, p_answer text, p_deed text, p_mails jsonb, p_ip text,
  p_seen jsonb default null
) returns decide_report_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  filed report;
  hold uuid;
  moved text := 'done';
begin
  if not may(p_actor, 'report.handle') then return 'not_allowed'; end if;
  select * into filed from report r where r.id = p_report for update;
  if filed.id is null then return 'not_found'; end if;
  if filed.reported_by = p_actor or exists (
    select from membership m where m.person_id = p_actor and m.provider_id = filed.provider_id
  ) then return 'own_provider'; end if;
  if filed.decided_at is not null or filed.withdrawn_at is not null then return 'decided'; end if;
  perform from "order" o where o.id = filed.order_id for no key update;
  if changed_parts(p_seen, report_seen(filed.folio)) <> '{}' then return 'changed'; end if;

  if p_deed <> 'leave' and filed.order_id is null then return 'state_changed'; end if;
  if p_deed = 'unblock' then -- only what this report holds: another reason goes on holding the order
    select h.id into hold from order_hold h where h.report_id = p_report and h.released_at is null;
    moved := case when hold is null then 'state_changed' else 'done' end;
    if hold is not null then perform release_hold(hold, p_actor, filed.folio, p_ip); end if;
  elsif p_deed = 'annul' then
    moved := annul_order(filed.order_id, p_actor,
      case p_outcome when 'altered' then 'suspected_fraud' when 'nothing' then 'other' else 'wrong_data' end,
      filed.folio, p_ip);
  end if;
  if moved <> 'done' then return moved; end if;

  update report set outcome = p_outcome, answer = p_answer, deed = p_deed, decided_by = p_actor,
    decided_at = clock_timestamp()
  where id = p_report;
  perform forget_number(filed.lookup_id);
  perform queue_mails(p_mails);
  perform audit_append(p_action => 'report.decided', p_actor => p_actor, p_provider => filed.provider_id,
    p_subject_kind => 'report', p_subject_id => filed.folio, p_ip => p_ip,
    p_detail => jsonb_strip_nulls(jsonb_build_object('order', filed.order_id, 'outcome', p_outcome, 'deed', p_deed,
    'answer', p_answer)));
  return 'done';
end $$;

-- Returns the photo of a report and audits the access.
create function view_report_photo(p_folio text, p_actor uuid, p_ip text)
returns table (report_id uuid, media_type text, sealed bytea)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: at most one row
begin
  return query select f.report_id, f.media_type, f.sealed
    from report r join report_photo f on f.report_id = r.id where r.folio = p_folio;
  if found then
    perform audit_append(p_action => 'report.photo_viewed', p_actor => p_actor, p_subject_kind => 'report',
      p_subject_id => p_folio, p_ip => p_ip);
  end if;
end $$;

-- Somebody of the caja, who is not of the provider, closes a report and says what becomes of its order. The first
-- decision stands. Outcomes: 'done', 'decided', 'changed' (the order is not what p_seen says; processes of before say
-- nothing), 'own_provider', 'not_allowed', 'not_found', or why the order
-- could not be moved (order_life.sql); then nothing was decided.
create function decide_report(
  p_report uuid, p_actor uuid, p_outcome text, p_answer text, p_deed text, p_mails jsonb, p_ip text,
  p_seen jsonb default null
) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  told report;
  hold uuid;
  moved text := 'done';
begin
  if not exists (select from person where id = p_actor and caja_role in ('administrator', 'officer') and disabled_at is null)
  then return 'not_allowed'; end if;
  select * into told from report r where r.id = p_report for update;
  if told.id is null then return 'not_found'; end if;
  if told.reported_by = p_actor or exists (
    select from membership m where m.person_id = p_actor and m.provider_id = told.provider_id
  ) then return 'own_provider'; end if;
  if told.decided_at is not null then return 'decided'; end if;
  perform from "order" o where o.id = told.order_id for no key update;
  if changed_parts(p_seen, report_seen(told.folio)) <> '{}' then return 'changed'; end if;

  if p_deed <> 'leave' and told.order_id is null then return 'state_changed'; end if;
  if p_deed = 'unblock' then -- only what this report holds: another reason goes on holding the order
    perform from "order" o where o.id = told.order_id for no key update;
    select h.id into hold from order_hold h where h.report_id = p_report and h.released_at is null;
    moved := case when hold is null then 'state_changed' else 'done' end;
    if hold is not null then perform release_hold(hold, p_actor, told.folio, p_ip); end if;
  elsif p_deed = 'annul' then
    moved := annul_order(told.order_id, p_actor,
      case p_outcome when 'altered' then 'suspected_fraud' when 'nothing' then 'other' else 'wrong_data' end,
      told.folio, p_ip);
  end if;
  if moved <> 'done' then return moved; end if;

  update report set outcome = p_outcome, answer = p_answer, deed = p_deed, decided_by = p_actor,
    decided_at = clock_timestamp()
  where id = p_report;
  perform queue_mails(p_mails);
  perform audit_append('report.decided', p_actor, told.provider_id, 'report', told.folio, 'web', p_ip,
    jsonb_strip_nulls(jsonb_build_object('order', told.order_id, 'outcome', p_outcome, 'deed', p_deed,
      'answer', p_answer)));
  return 'done';
end $$;

-- The photo of a report, and a line in the log of who looked at it.
create function view_report_photo(p_folio text, p_actor uuid, p_ip text)
returns table (report_id uuid, media_type text, sealed bytea)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return query select f.report_id, f.media_type, f.sealed
    from report r join report_photo f on f.report_id = r.id where r.folio = p_folio;
  if found then
    perform audit_append('report.photo_viewed', p_actor, null, 'report', p_folio, 'web', p_ip);
  end if;
end $$;

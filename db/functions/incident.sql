-- The register of incidents with personal data (Ley 1581 de 2012, art. 17, lit. n). Guards against: a term that nobody
-- sees, a report without the number that proves it or before there was anything to report, and a change of what another
-- person wrote meanwhile.

-- 'reported_early': it would be reported before the day on which it was detected.
create domain incident_outcome as text
  check (value in ('done', 'not_allowed', 'not_found', 'changed', 'closed', 'reported_early'));

create function incident_number(i incident) returns text language sql immutable as $$
  select 'INC-' || lpad(i.serial::text, greatest(6, length(i.serial::text)), '0');
$$;

-- Writes an incident down, or what is known of it by now: p_version is 0 for a new one, else the one that the page
-- showed. A new one that was recorded before answers its number and what it says, and changes nothing: by that the
-- caller tells a second press from a form that somebody went back to and changed. `alike`: all but the content is so.
create function save_incident(
  p_actor uuid, p_incident uuid, p_version int, p_kind text, p_detected_on date, p_known_on date, p_happened_on date,
  p_data text[], p_people int, p_content bytea, p_due_on date, p_ip text
) returns table (outcome incident_outcome, number text, known_content bytea, alike boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: p_happened_on, p_people, number, known_content, alike
declare
  i incident;
begin
  outcome := 'done';
  if not may(p_actor, 'incident.manage') then outcome := 'not_allowed'; return next; return; end if;
  select * into i from incident q where q.id = p_incident for update;
  if p_version = 0 and i.id is null then
    insert into incident as n (id, kind, detected_on, known_on, happened_on, data, people, content_sealed, due_on,
      created_by)
    values (p_incident, p_kind, p_detected_on, p_known_on, p_happened_on, p_data, p_people, p_content, p_due_on,
      p_actor)
    on conflict (id) do nothing returning n.* into i;
    number := incident_number(i);
    if i.id is not null then
      perform audit_append(p_action => 'incident.recorded', p_actor => p_actor, p_subject_kind => 'incident',
        p_subject_id => number, p_ip => p_ip, p_detail => jsonb_build_object('kind', p_kind));
      return next; return;
    end if;
    select * into i from incident q where q.id = p_incident;
  end if;
  if i.id is null then outcome := 'not_found'; return next; return; end if;
  number := incident_number(i);
  if p_version = 0 then
    known_content := i.content_sealed;
    alike := (i.kind, i.detected_on, i.known_on, i.happened_on, i.data, i.people)
      is not distinct from (p_kind, p_detected_on, p_known_on, p_happened_on, p_data, p_people);
    return next; return;
  end if;
  if i.state = 'closed' then outcome := 'closed'; return next; return; end if;
  if i.version <> p_version then outcome := 'changed'; return next; return; end if;
  if p_detected_on > i.reported_on then outcome := 'reported_early'; return next; return; end if;
  update incident q set kind = p_kind, detected_on = p_detected_on, known_on = p_known_on,
    happened_on = p_happened_on, data = p_data, people = p_people, content_sealed = p_content, due_on = p_due_on,
    version = q.version + 1
  where q.id = p_incident;
  perform audit_append(p_action => 'incident.changed', p_actor => p_actor, p_subject_kind => 'incident',
    p_subject_id => number, p_ip => p_ip);
  return next;
end $$;

-- Notes that it was reported to the SIC, when, and under which number; then it waits no longer.
create function report_incident(
  p_actor uuid, p_incident uuid, p_version int, p_reported_on date, p_sic_number text, p_ip text
) returns incident_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  i incident;
begin
  if not may(p_actor, 'incident.manage') then return 'not_allowed'; end if;
  select * into i from incident q where q.id = p_incident for update;
  if i.id is null then return 'not_found'; end if;
  if i.state <> 'open' then return 'closed'; end if;
  if i.version <> p_version then return 'changed'; end if;
  if p_reported_on < i.detected_on then return 'reported_early'; end if;
  update incident q set state = 'reported', reported_on = p_reported_on, sic_number = p_sic_number,
    version = q.version + 1
  where q.id = p_incident;
  perform audit_append(p_action => 'incident.reported', p_actor => p_actor, p_subject_kind => 'incident',
    p_subject_id => incident_number(i), p_ip => p_ip, p_detail => jsonb_build_object('number', p_sic_number));
  return 'done';
end $$;

-- Closes what was reported, when nothing is left to do.
create function close_incident(p_actor uuid, p_incident uuid, p_version int, p_ip text) returns incident_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  i incident;
begin
  if not may(p_actor, 'incident.manage') then return 'not_allowed'; end if;
  select * into i from incident q where q.id = p_incident for update;
  if i.id is null then return 'not_found'; end if;
  if i.state <> 'reported' then return 'closed'; end if;
  if i.version <> p_version then return 'changed'; end if;
  update incident q set state = 'closed', version = q.version + 1 where q.id = p_incident;
  perform audit_append(p_action => 'incident.closed', p_actor => p_actor, p_subject_kind => 'incident',
    p_subject_id => incident_number(i), p_ip => p_ip);
  return 'done';
end $$;

-- The register, what is not reported first by its day.
create function list_incidents(p_actor uuid, p_limit int)
returns table (number text, kind text, state text, detected_on date, due_on date, reported_on date, people int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: reported_on, people
begin
  if not may(p_actor, 'incident.read') then return; end if;
  return query select incident_number(i), i.kind, i.state, i.detected_on, i.due_on, i.reported_on, i.people
    from incident i order by i.state <> 'open', case when i.state = 'open' then i.due_on end, i.serial desc
    limit p_limit;
end $$;

-- One incident with what was written in it; opening it stands in the log.
create function view_incident(p_actor uuid, p_number text, p_ip text)
returns table (id uuid, number text, kind text, state text, detected_on date, known_on date, happened_on date,
  data text[], people int, content_sealed bytea, due_on date, reported_on date, sic_number text, created_at timestamptz,
  created_by text, version int)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: happened_on, people, reported_on, sic_number
begin
  if not may(p_actor, 'incident.read') then return; end if;
  return query select i.id, incident_number(i), i.kind, i.state, i.detected_on, i.known_on, i.happened_on, i.data,
      i.people, i.content_sealed, i.due_on, i.reported_on, i.sic_number, i.created_at, p.name, i.version
    from incident i join person p on p.id = i.created_by where incident_number(i) = p_number;
  if found then
    perform audit_append(p_action => 'incident.viewed', p_actor => p_actor, p_subject_kind => 'incident',
      p_subject_id => p_number, p_ip => p_ip);
  end if;
end $$;

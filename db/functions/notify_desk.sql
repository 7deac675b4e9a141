-- Mails to the caja's people about what waits for them. Guards against: a mail to somebody who may no longer do what it
-- is about, and one that its reader does not want.

create domain desk_notice as text check (value in (
  'request', 'correction', 'report', 'undo', 'approval', 'payment', 'rights', 'overdue'));
create domain notice_way as text check (value in ('now', 'digest', 'off'));

-- Whether somebody may do what this notice is about, and so be written to of it. What is overdue concerns whoever does
-- any of it: who only reads has nothing that could be late.
create function may_hear_of(p_person uuid, p_kind text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(bool_or(may(p_person, n.permission)), false)
  from (values ('request', 'request.decide'), ('correction', 'request.decide'), ('report', 'report.handle'),
    ('undo', 'use.undo'), ('approval', 'order.approve'), ('payment', 'settlement.approve'),
    ('rights', 'rights.handle')) n(kind, permission)
  where p_kind in (n.kind, 'overdue');
$$;

-- How a person wants to hear of it. Who has chosen nothing and decides on requests hears at once, others once a day.
create function desk_notice_way(p_person uuid, p_kind text) returns notice_way
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select c.way from notice_choice c where c.person_id = p_person and c.kind = p_kind),
    case when may(p_person, 'request.decide') then 'now' else 'digest' end)::notice_way;
$$;

-- Who of the caja hears of this in this way today. Nobody who was invited and has not chosen a password: the address
-- may have been typed wrong.
create function desk_recipients(p_kind text, p_way text) returns table (person uuid, email text, role text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.email, p.caja_role from person p
  where p.caja_role is not null and p.password_hash is not null and may_hear_of(p.id, p_kind)
    and desk_notice_way(p.id, p_kind) = p_way
  order by p.email;
$$;

-- Who of the caja may do something, for what is told whoever does it; again nobody who has not chosen a password.
create function officials_who_may(p_permission text) returns table (email text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.email from person p
  where p.caja_role is not null and p.password_hash is not null and may(p.id, p_permission) order by p.email;
$$;

-- The notices that a person may get, each as it was chosen.
create function list_notice_choices(p_person uuid) returns table (kind desk_notice, way notice_way)
language sql stable security definer set search_path = public, pg_temp as $$
  select k.kind::desk_notice, desk_notice_way(p.id, k.kind)
  from person p, unnest(array['request', 'correction', 'report', 'undo', 'approval', 'payment', 'rights',
      'overdue']) with ordinality as k(kind, place)
  where p.id = p_person and may_hear_of(p.id, k.kind) order by k.place;
$$;

create domain notice_choice_outcome as text check (value in ('done', 'not_allowed'));

-- Keeps a person's own choices: {"request": "digest", …}. What is not named stays; what changes is logged.
create function save_notice_choices(p_actor uuid, p_choices jsonb, p_ip text default null)
returns notice_choice_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  changed jsonb;
begin
  if not may(p_actor, 'caja.dashboard') then return 'not_allowed'; end if;
  select jsonb_object_agg(e.key, e.value) into changed from jsonb_each_text(p_choices) e
  where may_hear_of(p_actor, e.key) and desk_notice_way(p_actor, e.key) <> e.value;
  insert into notice_choice as c (person_id, kind, way)
  select p_actor, e.key, e.value from jsonb_each_text(p_choices) e
  where may_hear_of(p_actor, e.key)
  on conflict (person_id, kind) do update set way = excluded.way;
  if changed is not null then
    perform audit_append(p_action => 'person.notices_chosen', p_actor => p_actor, p_subject_kind => 'person',
      p_subject_id => p_actor::text, p_ip => p_ip, p_detail => changed);
  end if;
  return 'done';
end $$;

-- Queues a notice, unless its reader has lost the permission since it was composed.
create function queue_desk_notice(p_person uuid, p_kind text, p_mails jsonb) returns void
language sql security definer set search_path = public, pg_temp as $$
  select queue_mails(p_mails) where may_hear_of(p_person, p_kind);
$$;

-- Whose access ends, or whose role changes, gets none of the notices that have not gone out yet.
create function drop_desk_notices() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from mail m where m.sent_at is null and m.event_key like 'desk.%:' || new.id;
  return null;
end $$;

create trigger person_loses_desk_notices after update of disabled_at, caja_role on person for each row
  when (new.disabled_at is distinct from old.disabled_at or new.caja_role is distinct from old.caja_role)
  execute function drop_desk_notices();

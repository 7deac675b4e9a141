-- How somebody gets an account by a link in a mailbox. Guards against: a second account of an address that is in use,
-- and a successor in a mailbox who becomes the person who had it before.

-- Creates the person of this e-mail, always a new one: a mailbox proves who reads it now, not who read it before, and
-- history names people by their row. Who was removed from every team gives the address up. Null when it belongs to an
-- active account. Reached only through a link sent to that address. Earlier versions of the application give ID number
-- and mobile as they are, without p_sealed.
create function enrol_person(
  p_email text, p_name text, p_id_kind text, p_id_number text, p_mobile text, p_password_hash text,
  p_sealed jsonb default null
) returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare
  former uuid;
  enrolled uuid;
begin
  select p.id into former from person p where lower(p.email) = lower(p_email) for update;
  if former is not null then
    if email_may_enter(p_email) then return null; end if;
    perform release_email(former);
  end if;
  -- Of two who enrol with one address at once the second one finds it taken. So does a process of the version before
  -- that sealed for the former person.
  insert into person (id, email, name, id_kind, id_number, mobile, password_hash, password_changed_at,
    id_number_sealed, id_number_index, mobile_sealed, mobile_index)
  values (coalesce((p_sealed ->> 'person')::uuid, gen_random_uuid()), p_email, p_name, p_id_kind, p_id_number, p_mobile,
    p_password_hash, now(), sealed_part(p_sealed, 'id_number'), sealed_part(p_sealed, 'id_index'),
    sealed_part(p_sealed, 'mobile'), sealed_part(p_sealed, 'mobile_index'))
  on conflict do nothing returning id into enrolled;
  return enrolled;
end $$;

-- The mailbox that an address names; null for the one that stands in the row of somebody who gave theirs up.
create function mailbox_of(p_email text) returns text language sql immutable as $$
  select case when p_email not like '%@anterior.invalid' then p_email end;
$$;

-- Takes its address from somebody who works nowhere any more, since a successor proved it. Name, ID number and mobile
-- stay as long as accounts of people who left do; whatever could enter or act again ends.
create function release_email(p_person uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  former text;
begin
  select p.email into former from person p where p.id = p_person;
  update person p set email = p.id || '@anterior.invalid', password_hash = null where p.id = p_person;
  perform close_sessions_of(p_person);
  perform end_factors_of(p_person);
  delete from counter_pin n where n.person_id = p_person;
  update email_change c set ended_at = now(), email_sealed = null
  where c.person_id = p_person and c.ended_at is null and c.done_at is null;
  update mail_link l set superseded_at = now()
  where l.purpose = 'password' and l.subject_id = p_person and l.used_at is null and l.superseded_at is null;
  -- Invitations from before this person left are on them, later and open ones on the successor.
  update invitation i set email = p_person || '@anterior.invalid'
  where lower(i.email) = lower(former) and (i.accepted_at is not null or i.cancelled_at is not null)
    and i.invited_at < (select max(m.removed_at) from membership m where m.person_id = p_person);
end $$;

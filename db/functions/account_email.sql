-- Another e-mail of a person, which both mailboxes confirm. Guards against: an account that is taken over by whoever
-- has an open session, or one of the two mailboxes.

create domain email_change_outcome as text
  check (value in ('done', 'not_allowed', 'unproven', 'same', 'waiting', 'gone', 'taken'));

-- Whether an address stays whose it is when this person moves to it. Who works nowhere any more gives theirs up to
-- whoever proves it, but not to people of the caja: that somebody worked for a shop has to be seen there.
create function is_email_kept(p_email text, p_from uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from person p where lower(p.email) = lower(p_email))
    and (email_may_enter(p_email) or exists (select from person p where p.id = p_from and p.caja_role is not null));
$$;

-- A session's person asks for another e-mail. The letters go to both addresses; p_taken is what goes out when the new
-- one has an account, so that the page says the same. The earlier change of the person ends.
create function request_email_change(
  p_token_hash bytea, p_change uuid, p_email text, p_email_sealed bytea, p_old_hash bytea, p_new_hash bytea,
  p_seconds int, p_mails jsonb, p_taken jsonb, p_ip text
) returns email_change_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own session := factor_session(p_token_hash);
begin
  if own.id is null or waits_for_factor(own) then return 'not_allowed'; end if;
  if not is_proven(own) then return 'unproven'; end if;
  perform 1 from person p where p.id = own.person_id for no key update;
  if exists (select from person p where p.id = own.person_id and lower(p.email) = lower(p_email)) then
    return 'same';
  end if;
  update email_change c set ended_at = now(), email_sealed = null
  where c.person_id = own.person_id and c.ended_at is null and c.done_at is null;
  insert into email_change (id, person_id, email_sealed, old_hash, new_hash, expires_at)
  values (p_change, own.person_id, p_email_sealed, p_old_hash, p_new_hash, now() + make_interval(secs => p_seconds));
  perform queue_mails(case when is_email_kept(p_email, own.person_id) then p_taken else p_mails end);
  perform audit_append(p_action => 'email.change_asked', p_actor => own.person_id, p_subject_kind => 'person',
    p_subject_id => own.person_id::text, p_ip => p_ip);
  return 'done';
end $$;

create domain email_side as text check (value in ('old', 'new'));

-- The change of a link, with the side whose mailbox it proves. It is read without being spent, since mail scanners open
-- links too.
create function read_email_change(p_link_hash bytea)
returns table (change_id uuid, side email_side, state link_state, email_sealed bytea, email text, confirmed boolean)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: email_sealed
  select c.id, w.side::email_side,
    case when c.done_at is not null then 'used' when c.ended_at is not null then 'cancelled'
      when now() >= c.expires_at then 'expired' else 'ok' end::link_state,
    c.email_sealed, p.email,
    case w.side when 'old' then c.old_confirmed_at else c.new_confirmed_at end is not null
  from email_change c join person p on p.id = c.person_id and p.disabled_at is null,
    lateral (select case when c.old_hash = p_link_hash then 'old' else 'new' end as side) w
  where c.old_hash = p_link_hash or c.new_hash = p_link_hash;
$$;

-- One mailbox confirms; with the second one the e-mail changes, to p_email, which was sealed in the row. Links to
-- choose a password that went to the earlier address end, and both addresses are told. Somebody who works nowhere any
-- more gives the address up.
create function confirm_email_change(p_link_hash bytea, p_email text, p_mails jsonb, p_ip text)
returns email_change_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  change email_change;
  former uuid;
begin
  select * into change from email_change c
  where (c.old_hash = p_link_hash or c.new_hash = p_link_hash) and c.ended_at is null and c.done_at is null
    and now() < c.expires_at
  for update;
  if change.id is null then return 'gone'; end if;
  update email_change c set
    old_confirmed_at = case when c.old_hash = p_link_hash then coalesce(c.old_confirmed_at, now())
      else c.old_confirmed_at end,
    new_confirmed_at = case when c.new_hash = p_link_hash then coalesce(c.new_confirmed_at, now())
      else c.new_confirmed_at end
  where c.id = change.id returning * into change;
  if change.old_confirmed_at is null or change.new_confirmed_at is null then return 'waiting'; end if;
  -- Both at once, always in one order: nobody joins a team with the address between the question and its answer.
  perform 1 from person p where p.id = change.person_id or lower(p.email) = lower(p_email) order by p.id for update;
  perform 1 from person p where p.id = change.person_id and p.disabled_at is null;
  if not found then return 'gone'; end if;
  select p.id into former from person p where lower(p.email) = lower(p_email) and p.id <> change.person_id;
  if former is not null and not is_email_kept(p_email, change.person_id) then perform release_email(former); end if;
  begin
    update person p set email = p_email where p.id = change.person_id;
  exception when unique_violation then -- it is kept, or somebody registered with it meanwhile
    update email_change c set ended_at = now(), email_sealed = null where c.id = change.id;
    return 'taken';
  end;
  update email_change c set done_at = now(), email_sealed = null where c.id = change.id;
  update mail_link l set superseded_at = now()
  where l.purpose = 'password' and l.subject_id = change.person_id and l.used_at is null and l.superseded_at is null;
  perform queue_mails(p_mails);
  perform audit_append(p_action => 'email.changed', p_actor => change.person_id, p_subject_kind => 'person',
    p_subject_id => change.person_id::text, p_ip => p_ip);
  return 'done';
end $$;

-- Either mailbox stops the change.
create function stop_email_change(p_link_hash bytea, p_ip text) returns email_change_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  whose uuid;
begin
  update email_change c set ended_at = now(), email_sealed = null
  where (c.old_hash = p_link_hash or c.new_hash = p_link_hash) and c.ended_at is null and c.done_at is null
  returning c.person_id into whose;
  if whose is null then return 'gone'; end if;
  perform audit_append(p_action => 'email.change_stopped', p_actor => whose, p_subject_kind => 'person',
    p_subject_id => whose::text, p_ip => p_ip);
  return 'done';
end $$;

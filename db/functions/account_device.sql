-- The browser that a session was opened with. Guards against: a session's cookie that is used in another browser, and a
-- sign-in on a new device that its person does not hear of.

-- Binds a whole session to the name of its device and its kind of browser, once. On a device that its person did not
-- use before, the letters go out that say so; not to an account that nobody has entered before. They have a budget,
-- since whoever knows the password can enter again and again: with the last of it p_last_mails goes out, which says so.
create function bind_session(
  p_token_hash bytea, p_device bytea, p_agent text, p_known boolean, p_mails jsonb, p_last_mails jsonb default null,
  p_budgets jsonb default '[]'
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_last_mails
declare
  own session;
begin
  update session s set bound_hash = p_device, bound_agent = p_agent
  where s.token_hash = p_token_hash and s.revoked_at is null and s.bound_hash is null
  returning * into own;
  if own.id is null or p_known or waits_for_factor(own) then return; end if;
  if exists (select from session s where s.person_id = own.person_id and s.id <> own.id and not waits_for_factor(s))
    or exists (select from person p
      where p.id = own.person_id and p.created_at < now() - retention_window('sessions'))
  then
    if budget_spend(p_budgets) is not null then return; end if;
    perform queue_mails(case when budget_wait(p_budgets) is null then p_mails else p_last_mails end);
  end if;
end $$;

-- Ends a session that comes from another device or another kind of browser than it is bound to. Earlier versions of
-- the application say nothing of their browser (p_agent is null), and sessions of before are bound to none.
create function end_moved_session(p_token_hash bytea, p_device bytea, p_agent text, p_ip text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  moved session;
begin
  if p_agent is null then return; end if;
  update session s set revoked_at = now(), moved_at = now()
  where s.token_hash = p_token_hash and s.revoked_at is null and s.bound_hash is not null
    and (s.bound_hash is distinct from p_device or s.bound_agent is distinct from p_agent)
  returning * into moved;
  if moved.id is null then return; end if;
  perform audit_append(p_action => 'session.moved', p_actor => moved.person_id, p_subject_kind => 'session',
    p_subject_id => moved.id::text, p_ip => p_ip, p_detail => jsonb_build_object('changed',
      case when moved.bound_hash is distinct from p_device then 'device' else 'browser' end));
end $$;

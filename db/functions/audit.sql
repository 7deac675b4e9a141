-- The one way into the log. Called inside the statement that it records.
create function audit_append(
  p_action text, p_actor uuid, p_provider uuid, p_subject_kind text, p_subject_id text,
  p_channel text, p_ip text, p_detail jsonb default '{}'
) returns bigint language sql security definer set search_path = public, pg_temp as $$
  insert into audit_event (action, actor_id, provider_id, subject_kind, subject_id, channel, ip, detail)
  values (p_action, p_actor, p_provider, p_subject_kind, p_subject_id, p_channel, p_ip, p_detail)
  returning seq;
$$;

-- Rights already forbid it; the trigger stops the owner's mistakes too.
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'audit_event is append-only';
end $$;

create trigger audit_event_append_only before update or delete or truncate on audit_event
  for each statement execute function audit_is_append_only();

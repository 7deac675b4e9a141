-- Makes a person of the caja with a single-use link to choose a password, good for an hour. An address that is
-- somebody's already answers null and changes nothing.
create function create_caja_person(p_email text, p_name text, p_role text, p_token_hash bytea) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  made uuid;
begin
  insert into person (email, name, caja_role) values (p_email, p_name, p_role)
  on conflict do nothing returning id into made;
  if made is null then return null; end if;
  insert into mail_link (purpose, subject_id, token_hash, expires_at)
  values ('password', made, p_token_hash, now() + interval '1 hour');
  perform audit_append('person.created', made, null, 'person', made::text, 'console', null,
    jsonb_build_object('role', p_role));
  return made;
end $$;

-- The code by which somebody follows their request. Guards against: two codes that open one request, and a code that
-- goes anywhere but to the mailbox of the request.

-- Mails another code, for who lost the first one or was never mailed it; the one before opens nothing from now on. A
-- closed request gets one too, since its answer is read with it, until its words are forgotten.
create function reissue_rights_code(
  p_actor uuid, p_number text, p_version int, p_step uuid, p_code_hash bytea, p_mails jsonb, p_ip text
) returns rights_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r rights_request;
  obstacle rights_outcome;
begin
  select * into r from rights_request q where q.number = p_number for update;
  obstacle := rights_obstacle(p_actor, r, p_version);
  if obstacle = 'closed' then
    obstacle := case when r.content_sealed is null then 'not_found' when r.version <> p_version then 'changed' end;
  end if;
  if obstacle is not null then return obstacle; end if;
  update rights_request q set code_hash = p_code_hash where q.id = r.id;
  perform note_rights_step(p_request => r, p_actor => p_actor, p_step => p_step, p_kind => 'code_sent',
    p_text => null, p_mails => p_mails, p_ip => p_ip);
  return 'done';
end $$;

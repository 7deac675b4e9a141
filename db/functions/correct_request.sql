-- A returned request goes back to the caja with what was corrected. Two corrections at once: the first one counts.
create function correct_request(
  p_request uuid, p_provider uuid, p_person uuid, p_agreement_number text, p_note text,
  p_rut_name text, p_rut_type text, p_rut bytea, p_chamber_name text, p_chamber_type text, p_chamber bytea, p_ip text
) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from membership m where m.provider_id = p_provider and m.person_id = p_person
      and m.role = 'owner' and m.removed_at is null
  ) then return false; end if;
  update request set state = 'submitted', submitted_at = now(), decided_at = null, decided_by = null, reason = null,
    agreement_number = coalesce(p_agreement_number, agreement_number)
  where id = p_request and provider_id = p_provider and state = 'returned';
  if not found then return false; end if;
  perform put_document(p_request, 'rut', p_rut_name, p_rut_type, p_rut);
  perform put_document(p_request, 'chamber', p_chamber_name, p_chamber_type, p_chamber);
  insert into request_event (request_id, kind, actor_id, note) values (p_request, 'corrected', p_person, p_note);
  perform audit_append('request.corrected', p_person, p_provider, 'request', p_request::text, 'web', p_ip,
    jsonb_build_object('rut', p_rut is not null, 'chamber', p_chamber is not null));
  return true;
end $$;

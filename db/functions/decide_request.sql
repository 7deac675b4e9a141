-- Decides a submitted request: the first decision wins, and nothing is overwritten. Approving CONVENIOS needs a
-- convenio in force for the NIT; the NIT becomes the provider's, and other open requests for it are closed.
-- p_seen: what was shown of it, else 'changed'; processes of before say nothing. p_mails: letters of this decision; p_closing: {"<other request id>": [letters]} for those that are closed.
create function decide_request(
  p_request uuid, p_actor uuid, p_decision text, p_reason text, p_closing_reason text,
  p_mails jsonb, p_closing jsonb, p_ip text, p_seen jsonb default null
) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r request;
  v provider;
  other record;
begin
  if not exists (select from person where id = p_actor and caja_role = 'administrator' and disabled_at is null) then
    return 'not_allowed';
  end if;
  -- Every provider of the NIT first, in one order: else two approvals at once wait for each other for ever.
  perform 1 from provider p
  where p.nit = (select o.nit from request q join provider o on o.id = q.provider_id where q.id = p_request)
  order by p.id for update;
  select * into r from request where id = p_request for update;
  if r.id is null then return 'not_found'; end if;
  if r.state <> 'submitted' then return 'already_decided'; end if;
  if changed_parts(p_seen, request_seen(r.filing_number)) <> '{}' then return 'changed'; end if;
  select * into v from provider where id = r.provider_id for update;

  if p_decision = 'approved' then
    if r.application_code = 'CONVENIOS' and not exists (
      select from agreement a where a.nit = v.nit
        and (now() at time zone 'America/Bogota')::date between a.starts_on and a.ends_on
    ) then return 'no_agreement'; end if;
    if exists (select from provider o where o.nit = v.nit and o.id <> v.id and o.approved_at is not null) then
      return 'nit_has_owner';
    end if;
    begin
      update provider set approved_at = coalesce(approved_at, now()) where id = v.id;
    exception when unique_violation then return 'nit_has_owner';
    end;
    insert into granted_application (provider_id, application_code) values (v.id, r.application_code)
    on conflict do nothing;
  end if;

  update request set state = p_decision, decided_at = now(), decided_by = p_actor, reason = p_reason where id = r.id;
  insert into request_event (request_id, kind, actor_id, note) values (r.id, p_decision, p_actor, p_reason);
  perform queue_mails(p_mails);
  perform audit_append('request.' || p_decision, p_actor, v.id, 'request', r.id::text, 'web', p_ip,
    jsonb_build_object('filing_number', r.filing_number));

  if p_decision = 'approved' then
    for other in
      update request c set state = 'rejected', decided_at = now(), decided_by = p_actor, reason = p_closing_reason
      from provider o
      where o.id = c.provider_id and o.nit = v.nit and o.id <> v.id and c.state in ('submitted', 'returned')
      returning c.id, c.provider_id, c.filing_number
    loop
      insert into request_event (request_id, kind, actor_id, note) values (other.id, 'rejected', p_actor, p_closing_reason);
      perform queue_mails(p_closing -> other.id::text);
      perform audit_append('request.rejected', p_actor, other.provider_id, 'request', other.id::text, 'web', p_ip,
        jsonb_build_object('filing_number', other.filing_number, 'because', r.filing_number));
    end loop;
  end if;
  return 'done';
end $$;

-- A list of orders that an official reads or takes away as a file: the log keeps who, with which filters and how
-- many, in the statement that counts them. Answers the moment, or null for somebody who may not.
create function note_order_list(p_actor uuid, p_action text, p_ip text, p_count int, p_detail jsonb)
returns timestamptz language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if p_action not in ('order.listed', 'order.exported') then
    raise exception 'no list is noted as %', p_action using errcode = 'check_violation';
  end if;
  if not exists (select from person where id = p_actor and caja_role is not null and disabled_at is null) then
    return null;
  end if;
  perform audit_append(p_action, p_actor, null, 'order', 'list', 'web', p_ip,
    p_detail || jsonb_build_object('count', p_count));
  return now();
end $$;

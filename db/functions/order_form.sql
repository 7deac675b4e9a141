-- Keeps what a person has typed of an order, whole or not; null forgets it.
create function keep_order_form(p_actor uuid, p_answers bytea) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not may_change_orders(p_actor) then return 'not_allowed'; end if;
  if p_answers is null then
    delete from order_form where person_id = p_actor;
  else
    insert into order_form (person_id, answers, updated_at) values (p_actor, p_answers, clock_timestamp())
    on conflict (person_id) do update set answers = excluded.answers, updated_at = excluded.updated_at;
  end if;
  return 'done';
end $$;

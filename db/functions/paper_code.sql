-- The code that was read on a paper, the newest of its order or an earlier one; no row when none of ours has this id.
create function paper_code(p_code_id bytea)
returns table (order_id uuid, code bytea, tail_index bytea) language sql stable rows 1 as $$
  select c.order_id, c.code, c.tail_index from order_code c where c.code_id = p_code_id
  union all
  select s.order_id, s.code, s.tail_index from superseded_code s where s.code_id = p_code_id;
$$;

-- What an order is worth to who shows a paper with this code: while it is current, an earlier paper says only that
-- there is a newer one. No code: the question was by the numbers alone.
create function standing_on_paper(p_standing text, p_code_id bytea) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when p_standing = 'current' and exists (select from superseded_code s where s.code_id = p_code_id) then 'superseded'
    else p_standing
  end;
$$;

-- Whether these very bytes are on a paper of an order. What the caja itself answers for a code whose key was
-- revoked; it says nothing of the order.
create function is_printed_code(p_code bytea) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from paper_code(substring(p_code from 5 for 8)) c where c.code = p_code);
$$;

-- Whether there is a newer paper than the one with these bytes: of the same order, or of the one that stands for it.
create function is_superseded_code(p_code bytea) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from superseded_code s where s.code_id = substring(p_code from 5 for 8) and s.code = p_code)
    or exists (select from order_code c join "order" o on o.id = c.order_id
      where c.code_id = substring(p_code from 5 for 8) and c.code = p_code and o.state = 'replaced');
$$;

-- An alert of before has in its key what was typed as an order's number, which may be somebody's ID. Where no order has
-- it nobody can be told of it: the key says nothing any more.
update miss_alert a set key = gen_random_uuid()::text
where a.scope = 'watch.order' and a.key like '%:%' and not exists (
  select from "order" o
  where o.kind_code = split_part(a.key, ':', 1) and o.number_key = substr(a.key, strpos(a.key, ':') + 1));
--> statement-breakpoint
ALTER TABLE "lookup" ADD COLUMN "number_sealed" "bytea";
--> statement-breakpoint
-- From here on no look-up without an order keeps a whole number, also where a process of the version before writes it.
-- The words are those of db/functions/lookup.sql, which keeps them up to date; 0101 has the look-ups of before.
create function masked_number(p_typed text) returns text language sql immutable as $$
  select case when p_typed like '•••%' then p_typed when k.tail = k.bare then k.bare
    else '•••' || coalesce(k.tail, '') end
  from (select b.bare, substring(right(b.bare, 4) from '[0-9]+[A-Z]?$') as tail
    from (select ltrim(upper(regexp_replace(p_typed, '[^[:alnum:]]', '', 'g')), '0') as bare) b) k;
$$;
--> statement-breakpoint
create function mask_number() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.number_typed := coalesce(
    (select o.number_key from "order" o where o.id = new.order_id), masked_number(new.number_typed));
  return new;
end $$;
--> statement-breakpoint
create trigger mask_number before insert or update of number_typed, order_id on lookup for each row
when (new.number_typed ~ '[^A-Z0-9/.-]' or (new.order_id is null and length(new.number_typed) > 4))
execute function mask_number();

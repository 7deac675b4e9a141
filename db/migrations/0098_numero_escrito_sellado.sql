-- What was typed as an order's number stood here as it was typed, also where it was somebody's name and ID. Of a number
-- that no order has the last signs stay (masked_number in db/functions/lookup.sql), else its order's number.
update lookup l
set number_typed = coalesce(
  (select o.number_key from "order" o where o.id = l.order_id),
  case when k.tail = k.bare then k.bare else '•••' || coalesce(k.tail, '') end)
from (
  select b.id, b.bare, substring(right(b.bare, 4) from '[0-9]+[A-Z]?$') as tail
  from (
    select w.id, ltrim(upper(regexp_replace(w.number_typed, '[^[:alnum:]]', '', 'g')), '0') as bare
    from lookup w
    where (w.order_id is null and length(w.number_typed) > 4) or w.number_typed ~ '[^A-Z0-9/.-]'
  ) b
) k
where l.id = k.id;
--> statement-breakpoint
ALTER TABLE "lookup" ADD COLUMN "number_sealed" "bytea";

-- The open look-ups of before: what they found is what their orders are now (db/functions/order_face.sql).
insert into lookup_face (lookup_id, face)
select l.id, jsonb_build_object(
  'kind', o.kind_code,
  'number', o.number,
  'holder', encode(sha256(convert_to(o.affiliate_id_kind, 'UTF8') || o.affiliate_id_index || o.affiliate_name_sealed), 'base64'),
  'value', o.value,
  'dates', o.issued_on || ' ' || o.valid_until,
  'provider', o.provider_nit,
  'concept', o.concept,
  'office', o.office,
  'balance', o.value - o.balance - (
    select coalesce(sum(case u.kind when 'use' then u.amount else -u.amount end), 0) from order_use u
    where u.order_id = o.id and u.lookup_id = l.id))
from lookup l
join "order" o on o.id = l.order_id
where l.asked_at > now() - interval '12 hours';

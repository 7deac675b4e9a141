-- What kinds say today is what their orders were issued under, as far as anybody knows.
insert into order_kind_version (kind_code, version, name, shown_fields, registers_use, claim_first, partial_use)
select code, 1, name, shown_fields, registers_use, claim_first, partial_use from order_kind;
--> statement-breakpoint
-- Who annulled an order stands in its last such event; a discarded draft is its drafter's. What is left the core did.
update "order" o set voided_by = (
  select case when e.channel <> 'import' then e.actor_id end from audit_event e
  where e.subject_kind = 'order' and e.subject_id = o.id::text and e.action = 'order.annulled'
  order by e.seq desc limit 1)
where o.state = 'annulled' and o.number is not null;
--> statement-breakpoint
update "order" set voided_by = drafted_by where state = 'annulled' and number is null;
--> statement-breakpoint
-- What put an order in review stands in its last event: a report by its folio, or a person in their own words.
insert into order_hold (order_id, report_id, placed_by, placed_at, reason)
select o.id, r.id, coalesce(r.reported_by, e.actor_id, o.drafted_by,
    (select p.id from person p where p.caja_role = 'administrator' order by p.created_at limit 1)),
  coalesce(e.at, o.state_changed_at), coalesce(r.folio, nullif(e.detail ->> 'reason', ''), '—')
from "order" o
left join lateral (
  select b.actor_id, b.at, b.provider_id, b.detail from audit_event b
  where b.subject_kind = 'order' and b.subject_id = o.id::text and b.action = 'order.blocked'
  order by b.seq desc limit 1
) e on true
left join report r on e.provider_id is not null and r.folio = e.detail ->> 'reason'
where o.state = 'blocked' and coalesce(r.reported_by, e.actor_id, o.drafted_by,
  (select p.id from person p where p.caja_role = 'administrator' limit 1)) is not null;

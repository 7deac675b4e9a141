-- An order that the core had annulled, and that an officer annulled so that no file restores it, was annulled since the
-- officer did so. Which ones they are stands in the log, in few of its lines; since when the core had annulled one
-- stands in the line before it, or it came so. The former are found by their action, the latter by their order.
with final as materialized (
  select e.subject_id, e.subject_id::uuid as id, e.seq from audit_event e
  where e.action = 'order.annulled' and e.detail ->> 'from' = 'annulled'
)
update "order" o set state_changed_at = coalesce((
  select before.at from audit_event before
  where before.subject_id = f.subject_id and before.seq < f.seq and before.action = 'order.annulled'
    and before.detail ->> 'from' is distinct from 'annulled'
  order by before.seq desc limit 1), o.created_at)
from final f where o.id = f.id and o.voided_by is not null;

-- By itself, so that no lock on the whole table is held while the log is read.
-- Who legalised a use before there was a column for it, or before its trigger, is in the log's latest line about it.
update settlement s set legalized_by = told.actor_id
from (
  select due.use_id, l.actor_id from settlement due
  cross join lateral (
    select e.actor_id from audit_event e
    where e.subject_id = due.use_id::text and e.action = 'use.legalized' order by e.seq desc limit 1) l
  where due.state = 'invoiced' and due.legalized_by is null
    or due.state = 'legalized' and due.legalized_by is distinct from due.changed_by
) told
where told.use_id = s.use_id;

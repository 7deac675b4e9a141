-- Accounts of requests that another approval closed waited for ever, with a number that reviewers could read. Those of
-- the last minute may come back with a decision that is taken back.
update bank_account a set state = 'refused', decided_at = r.decided_at, decided_by = r.decided_by
from request r
where r.id = a.request_id and a.state = 'requested' and r.state = 'rejected'
  and r.decided_at < now() - interval '1 minute';

-- How a provider stands, told the same on every screen: the lookup, the list and the file of the caja. It works exactly
-- when provider_may_work() says so; otherwise this says why not. Guards against: two screens that say different things
-- of one provider.

create domain provider_standing as text
  check (value in ('works', 'suspended', 'unapproved', 'ended', 'not_started', 'without_agreement'));

-- The convenio that counts is the one in force that ends last, else the one that ended last, else the next to begin.
create function standing_of_provider(p_provider uuid, p_at timestamptz)
returns table (standing provider_standing, agreement text, starts_on date, ends_on date, suspended_from date)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: agreement, starts_on, ends_on, suspended_from
  select case
      when is_suspended(v, p_at) then 'suspended'
      when v.approved_at is null then 'unapproved'
      when provider_may_work(v.id, p_at) then 'works'
      when a.number is null then 'without_agreement'
      when a.ends_on < bogota_day(p_at) then 'ended'
      when a.starts_on > bogota_day(p_at) then 'not_started'
      else 'unapproved'
    end::provider_standing, a.number, a.starts_on, a.ends_on,
    bogota_day(v.suspended_at)
  from provider v
  left join lateral (
    select g.number, g.starts_on, g.ends_on from agreement g where g.nit = v.nit
    order by bogota_day(p_at) between g.starts_on and g.ends_on desc, g.ends_on < bogota_day(p_at) desc,
      case when g.starts_on > bogota_day(p_at) then g.starts_on end, g.ends_on desc, g.number
    limit 1
  ) a on true
  where v.id = p_provider;
$$;

-- A page of the providers by name, of one standing or of all. 'ending': works, and its convenio ends within
-- agreement_ending_days() without one that goes on, as the list of convenios counts it. 'to_suspend': is suspended from
-- a later day on. 'to_renew': has a document to give again. 'account_waits': another account of it waits for a second
-- person. A name is found by all of p_words, in any order (plain_words), a NIT by one of p_likes; earlier versions of
-- the application look for both by p_likes.
create function list_providers(
  p_likes text[], p_standing text, p_from date, p_limit int, p_offset int, p_words text[] default null
) returns table (
  id uuid, legal_name text, nit text, check_digit int, created_at timestamptz, standing provider_standing,
  ends_on date, suspended_from date, uses int, amount bigint, unpaid bigint, last_at timestamptz, rows int
) language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_likes, p_standing, p_words, ends_on, suspended_from, last_at
  select r.id, r.legal_name, r.nit, r.check_digit, r.created_at, s.standing, s.ends_on, s.suspended_from,
    coalesce(m.uses, 0)::int, coalesce(m.amount, 0)::bigint, coalesce(m.unpaid, 0)::bigint, (
      select max(l.asked_at) from lookup l where l.provider_id = r.id), r.rows
  from (
    select v.id, v.legal_name, v.nit, v.check_digit::int, v.created_at, count(*) over ()::int as rows
    from provider v
    where (p_likes is null or v.nit ilike any(p_likes) or case when p_words is null
        then v.legal_name ilike any(p_likes)
        else cardinality(p_words) > 0 and plain_words(v.legal_name) like all(p_words) end)
      and (p_standing is null
        or p_standing = 'to_renew' and v.id in (select d.provider_id from renewals_due() d)
        or p_standing = 'account_waits' and exists (
          select from bank_account b where b.provider_id = v.id and b.state = 'proposed')
        or exists (
        select from standing_of_provider(v.id, now()) s where s.standing = p_standing
          or p_standing = 'to_suspend' and s.standing <> 'suspended' and s.suspended_from is not null
          or p_standing = 'ending' and s.standing = 'works' and s.ends_on <= bogota_today() + agreement_ending_days()
            and exists (select from agreement a where a.number = s.agreement and not is_agreement_followed(a))))
    order by plain_words(v.legal_name), v.id limit p_limit offset p_offset
  ) r
  cross join lateral standing_of_provider(r.id, now()) s
  left join lateral (
    select sum(x.uses) as uses, sum(x.amount) as amount,
      sum(x.amount) filter (where x.state in ('open', 'legalized', 'invoiced')) as unpaid
    from settlement_sum x where x.provider_id = r.id and x.day between p_from and bogota_today()
  ) m on true
  order by plain_words(r.legal_name), r.id;
$$;

-- What a provider looked up since a day: how often, how often without a result, and when it did last.
create function provider_lookups(p_provider uuid, p_from date)
returns table (lookups int, misses int, last_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: last_at
  select count(*)::int, count(*) filter (where l.outcome = 'not_found')::int, max(l.asked_at)
  from lookup l where l.provider_id = p_provider and l.asked_at >= bogota_start(p_from);
$$;

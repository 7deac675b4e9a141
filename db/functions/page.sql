-- What a page reads first, in one statement: the signed-in person, the counter that the device claims, and the look-up
-- of an answer's page. Each comes from the function that decides what the session's provider may see. Guards against: a
-- page that shows more than its session may see.

create function read_page(p_token_hash bytea, p_counter uuid, p_lookup uuid, p_device bytea default null,
  p_agent text default null, p_ip text default null, p_device_hash bytea default null)
returns table (
  session_id uuid, person_id uuid, person_name text, email text, caja_role caja_role,
  provider_id uuid, provider_role provider_role, provider_nit text, provider_check_digit smallint,
  provider_name text, provider_suspended boolean, applications text[], opens_look_up boolean,
  own_providers text[], own_names text[], proven boolean, device_id uuid, named boolean,
  counter_id uuid, counter_name text, counter_branch text,
  asked_at timestamptz, read_at timestamptz, kind_code text, kind_name text, number_typed text, id_sealed bytea,
  outcome lookup_answer, wait_until timestamptz, order_id uuid, number text, affiliate_id_kind text,
  affiliate_id_sealed bytea, affiliate_name_sealed bytea, value bigint, balance bigint, texts jsonb,
  issued_on date, valid_until date, state_changed_at timestamptz, data_updated_at timestamptz,
  channel lookup_channel, digits_missed int,
  picture boolean, compare_mode compare_mode, misses int, result comparison_result, compared_at timestamptz,
  differing text[], paper_value bigint, unread_reason unreadable_reason, may_use boolean, own_use uuid,
  own_use_at timestamptz, own_use_counter text, claim claim_holder, claim_until timestamptz, registers_use boolean,
  claim_first boolean, partial_use boolean, paused_since date, changes text[], asker_name text, asker_counter text,
  asker_branch text, ahead_seconds int, compared_by uuid, asker_unnamed boolean, knows_shown boolean,
  number_sealed bytea, own_part uuid, own_part_at timestamptz, own_part_counter text
) language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: caja_role, provider_id, provider_role, provider_nit, provider_check_digit
-- contract: nullable: provider_name, p_token_hash, p_counter, p_lookup, counter_id, counter_name, counter_branch
-- contract: nullable: asked_at, read_at, kind_code, kind_name, number_typed, id_sealed, outcome, wait_until, order_id
-- contract: nullable: number, affiliate_id_kind, affiliate_id_sealed, affiliate_name_sealed, value, balance, texts
-- contract: nullable: issued_on, valid_until, state_changed_at, data_updated_at, channel, digits_missed, picture
-- contract: nullable: compare_mode, misses, result, compared_at, differing, paper_value, unread_reason, may_use
-- contract: nullable: own_use, own_use_at, own_use_counter, claim, claim_until, registers_use, claim_first
-- contract: nullable: partial_use, paused_since, changes, asker_name, asker_counter, asker_branch
-- contract: nullable: ahead_seconds, compared_by, p_device, p_device_hash, device_id, asker_unnamed
-- contract: nullable: knows_shown, number_sealed, own_part, own_part_at, own_part_counter
begin
  perform end_moved_session(p_token_hash, p_device, p_agent, p_ip);
  return query
  select s.session_id, s.person_id, s.person_name, s.email, s.caja_role, s.provider_id, s.provider_role,
    s.provider_nit, s.provider_check_digit, s.provider_name, s.provider_suspended, s.applications, s.opens_look_up,
    s.own_providers, s.own_names, s.proven, s.device_id, s.named,
    c.id, c.name, c.branch,
    l.asked_at, l.read_at, l.kind_code, l.kind_name, l.number_typed, l.id_sealed, l.outcome, l.wait_until,
    l.order_id, l.number, l.affiliate_id_kind, l.affiliate_id_sealed, l.affiliate_name_sealed, l.value, l.balance,
    l.texts, l.issued_on, l.valid_until, l.state_changed_at, l.data_updated_at, l.channel, l.digits_missed,
    f.picture, f.compare_mode, f.misses, f.result, f.compared_at, f.differing, f.paper_value, f.unread_reason,
    f.may_use, f.own_use, f.own_use_at, f.own_use_counter, f.claim, f.claim_until, f.registers_use, f.claim_first,
    f.partial_use, f.paused_since, f.changes, f.asker_name, f.asker_counter, f.asker_branch,
    f.ahead_seconds, f.compared_by, f.asker_unnamed, f.knows_shown,
    l.number_sealed, f.own_part, f.own_part_at, f.own_part_counter
  from page_actor(p_token_hash, p_device_hash) s
  left join lateral (
    select own.* from read_counter(p_counter, s.person_id, s.provider_id) own where p_counter is not null) c on true
  left join lateral (
    select own.* from read_lookup(p_lookup, s.person_id, s.provider_id) own where p_lookup is not null) l on true
  left join lateral (
    select own.* from read_counter_facts(p_lookup, s.person_id, s.provider_id) own
    where p_lookup is not null) f on true;
end $$;

ALTER TABLE "invoice" ADD COLUMN "payable_uses" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice" ADD COLUMN "payable_amount" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice" ADD COLUMN "payable_from" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "invoice" ADD COLUMN "payable_to" timestamp with time zone;--> statement-breakpoint
-- From here on each settlement says what of its invoice can be paid, also one of a process of the version before. The
-- words are those of db/functions/settlement_invoice.sql, which keeps them up to date.
create function recount_payable(p_cufes text[]) returns void language plpgsql as $$
begin
  perform from invoice i where i.cufe = any(p_cufes) order by i.cufe for no key update;
  update invoice i set payable_uses = now.uses, payable_amount = now.amount, payable_from = now.first_at,
    payable_to = now.last_at
  from (
    select c.cufe, count(u.id)::int as uses, coalesce(sum(u.amount), 0)::bigint as amount, min(u.at) as first_at,
      max(u.at) as last_at
    from unnest(p_cufes) as c(cufe)
    left join settlement s on s.cufe = c.cufe and s.state = 'invoiced' and s.payment_id is null
    left join order_use u on u.id = s.use_id
    group by c.cufe
  ) now
  where i.cufe = now.cufe and (i.payable_uses, i.payable_amount, i.payable_from, i.payable_to)
    is distinct from (now.uses, now.amount, now.first_at, now.last_at);
end $$;
--> statement-breakpoint
create function count_payable() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform recount_payable(array(select distinct a.cufe from rows_after a where a.cufe is not null));
  elsif tg_op = 'DELETE' then
    perform recount_payable(array(select distinct b.cufe from rows_before b where b.cufe is not null));
  else
    perform recount_payable(array(select b.cufe from rows_before b where b.cufe is not null
      union select a.cufe from rows_after a where a.cufe is not null));
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger settlement_is_payable after insert on settlement
  referencing new table as rows_after for each statement execute function count_payable();
--> statement-breakpoint
create trigger settlement_stays_payable after update on settlement
  referencing old table as rows_before new table as rows_after for each statement execute function count_payable();
--> statement-breakpoint
create trigger settlement_was_payable after delete on settlement
  referencing old table as rows_before for each statement execute function count_payable();

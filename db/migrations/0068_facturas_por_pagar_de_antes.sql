-- What stood there before, beside the traffic (db/functions/settlement_invoice.sql says why that is exact).
create function rebuild_payable() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from invoice i order by i.cufe for no key update;
  perform recount_payable(array(select s.cufe from settlement s where s.state = 'invoiced' and s.payment_id is null
    union select i.cufe from invoice i where i.payable_uses > 0));
end $$;
--> statement-breakpoint
select rebuild_payable();

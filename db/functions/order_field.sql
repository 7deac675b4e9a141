-- The data of an order, as opposed to its life cycle. Guards against: a new column that is forgotten in drafts,
-- imports, replacements, comparisons or printed snapshots. Every column outside the life cycle counts as data, in all
-- functions that use this file.

-- Columns of an order's life cycle: identity, state, and who did what.
create function order_life_columns() returns text[] language sql immutable as $$
  select array['id', 'kind_version', 'number', 'number_key', 'balance', 'state', 'state_before', 'core_said',
    'core_used_on', 'state_changed_at', 'voided_by', 'drafted_by', 'approval_asked_at', 'approved_by', 'replaced_by',
    'gives_back', 'created_at', 'updated_at'];
$$;

-- The data of an order, by column.
create function order_data(p_order "order") returns jsonb language sql stable as $$
  select to_jsonb(p_order) - order_life_columns();
$$;

-- The plain text columns, which need no rules of their own (model/order-field.ts).
create function order_texts(p_order "order") returns jsonb language sql stable as $$
  select order_data(p_order) - array['kind_code', 'affiliate_id_kind', 'affiliate_id_sealed', 'affiliate_id_index',
    'affiliate_name_sealed', 'value', 'issued_on', 'valid_until', 'provider_nit'];
$$;

-- Builds a statement on all data columns: {data} is replaced by their list.
create function with_order_data(p_statement text) returns text language plpgsql stable
set search_path = public, pg_temp as $$
begin
  return (
    select replace(p_statement, '{data}', string_agg(quote_ident(a.attname), ', ' order by a.attnum))
    from pg_attribute a
    where a.attrelid = '"order"'::regclass and a.attnum > 0 and not a.attisdropped
      and a.attname <> all(order_life_columns()));
end $$;

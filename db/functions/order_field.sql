-- What an order says, as against what becomes of it. Guards against: a column that is added and then forgotten where an
-- order is drafted, brought by a file, replaced, compared with its paper's face or kept as printed. Whatever is no
-- column of an order's life is its data, here and in every function that asks here.

-- The columns that say what became of an order: which one it is, where it stands, who did what.
create function order_life_columns() returns text[] language sql immutable as $$
  select array['id', 'kind_version', 'number', 'number_key', 'balance', 'state', 'state_before', 'core_said',
    'state_changed_at', 'voided_by', 'drafted_by', 'approval_asked_at', 'approved_by', 'replaced_by', 'created_at',
    'updated_at'];
$$;

-- What an order says, by column.
create function order_data(p_order "order") returns jsonb language sql stable as $$
  select to_jsonb(p_order) - order_life_columns();
$$;

-- Of it the plain texts: what needs no rule of its own (model/order-field.ts).
create function order_texts(p_order "order") returns jsonb language sql stable as $$
  select order_data(p_order) - array['kind_code', 'affiliate_id_kind', 'affiliate_id_sealed', 'affiliate_id_index',
    'affiliate_name_sealed', 'value', 'issued_on', 'valid_until', 'provider_nit'];
$$;

-- A statement that writes all that an order says: {data} stands in it for the list of those columns.
create function with_order_data(p_statement text) returns text language sql stable
set search_path = public, pg_temp as $$
  select replace(p_statement, '{data}', string_agg(quote_ident(a.attname), ', ' order by a.attnum))
  from pg_attribute a
  where a.attrelid = '"order"'::regclass and a.attnum > 0 and not a.attisdropped
    and a.attname <> all(order_life_columns());
$$;

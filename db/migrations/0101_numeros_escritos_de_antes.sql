-- By itself, so that no lock on the whole table is held while the look-ups are read.
-- What was typed as an order's number stood here as it was typed, also where it was somebody's name and ID. The trigger
-- of 0098 writes what is kept of it: of a number that no order has the last signs, else its order's number.
update lookup set number_typed = number_typed
where number_typed not like '•••%'
  and (number_typed ~ '[^A-Z0-9/.-]' or (order_id is null and length(number_typed) > 4));

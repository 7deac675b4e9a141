/** Why a cell, or a whole line, is refused; the words are in messages, under `imports.faults`. */
export type FaultCode =
  | "cells"
  | "empty"
  | "too_long"
  | "control_characters"
  | "odd_cell"
  | "no_data_word"
  | "not_a_name"
  | "odd_letters"
  | "twice_encoded"
  | "mixed_letters"
  | "paper_letters"
  | "negative"
  | "decimals"
  | "thousands"
  | "zero_number"
  | "scientific"
  | "looks_like_day"
  | "letter_o"
  | "unknown_kind"
  | "kind_closed"
  | "number_shape"
  | "kind_digits"
  | "kind_length"
  | "kind_code"
  | "own_series"
  | "other_zeros"
  | "no_order"
  | "example_row"
  | "other_data"
  | "not_written"
  | "unknown_id_kind"
  | "id_shape"
  | "no_such_day"
  | "day_shape"
  | "day_order"
  | "before_start"
  | "day_to_come"
  | "day_without_use"
  | "day_too_early"
  | "day_too_late"
  | "value_letter"
  | "value_not_positive"
  | "value_not_whole"
  | "value_shape"
  | "value_too_large"
  | "nit_shape"
  | "check_digit"
  | "no_agreement"
  | "unknown_state"
  | "unknown_municipality"
  | "email_shape"
  | "phone_shape";

/** The reasons why an order keeps its data although a file has others. */
export type KeptBecause =
  | "used"
  | "blocked"
  | "replaced"
  | "issued_here"
  | "voided_here"
  | "since_preview"
  | KindKeeps;

/** What is told of a line that goes in all the same. `fact` is a NIT, a day, a number of years, or nothing. */
export type Warning = {
  line: number;
  code: "agreement_ended" | "issued_long_ago" | "valid_for_years" | "email_unread";
  fact: string;
};

/** What the limits of its kind keep from a file; "second_person" is a change that two persons must see. */
export type KindKeeps = "largest_value" | "last_day" | "second_person";

-- The number of an invoice was compared without its hyphen, so that "FE-110" and "FE1-10" were one. What writes invoices
-- waits here, so that none is written in the old way after this; until the functions are installed, those of before
-- call this one.
LOCK TABLE "invoice" IN SHARE ROW EXCLUSIVE MODE;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION invoice_key(p_number text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = public, pg_temp AS $$
DECLARE
  typed text := upper(btrim(p_number));
  halves text[] := coalesce(regexp_match(typed, '^(.*)-([^-]*)$'),
    regexp_match(typed, '^(.*[A-Z][A-Z0-9]*)[^A-Z0-9]+([0-9][^A-Z]*)$'),
    regexp_match(regexp_replace(typed, '[^A-Z0-9]', '', 'g'), '^(.*[A-Z])?([0-9]+)$'));
  prefix text := regexp_replace(coalesce(halves[1], ''), '[^A-Z0-9]', '', 'g');
BEGIN
  RETURN CASE prefix WHEN '' THEN '' ELSE prefix || '-' END
    || regexp_replace(regexp_replace(coalesce(halves[2], typed), '[^A-Z0-9]', '', 'g'), '^0+(?=[0-9])', '');
END $$;
--> statement-breakpoint
-- As one of its uses was typed, with the hyphen if one was. Of two spellings of before that are one number, the longer
-- keeps its key, as one does that has neither a letter from A to Z nor a digit.
UPDATE "invoice" i SET "number_key" = n.key FROM (
  SELECT DISTINCT ON ("provider_id", key) * FROM (
    SELECT o."provider_id", o."number_key", invoice_key(coalesce((
      SELECT s."invoice" FROM "settlement" s WHERE s."cufe" = o."cufe"
      ORDER BY strpos(s."invoice", '-') = 0, s."invoice" LIMIT 1), o."number_key")) AS key
    FROM "invoice" o
  ) each ORDER BY "provider_id", key, length("number_key"), "number_key"
) n WHERE i."provider_id" = n."provider_id" AND i."number_key" = n."number_key" AND i."number_key" <> n.key
  AND n.key <> '' AND NOT EXISTS (SELECT FROM "invoice" other
    WHERE other."provider_id" = n."provider_id" AND other."number_key" = n.key);

-- A file kept the dash that its program wrote ("CV–2026–014") while a request and the form made a hyphen of it; where a
-- convenio has both numbers nothing is changed, since nobody but the caja can tell which of the two is meant.
UPDATE "agreement" a SET "number" = s.number FROM (
  SELECT DISTINCT ON (number) * FROM (
    SELECT "id", translate("number", U&'\00AC\02D7\2010\2011\2012\2013\2014\2015\2212\FE58\FE63\FF0D', '------------') AS number
    FROM "agreement"
  ) each ORDER BY number, "id"
) s WHERE a."id" = s."id" AND a."number" <> s.number
  AND NOT EXISTS (SELECT FROM "agreement" other WHERE other."number" = s.number);

import { personIdIndex } from "@/domain/account/sealed-fields";
import { readLookupCode } from "@/domain/lookup/lookup-code";
import { affiliateIdIndex } from "@/domain/order/affiliate-id-index";
import { withoutAccents } from "@/lib/format/accents";
import { idReadings } from "@/model/identity/identity-document";
import { nitReadings, searchedNit } from "@/model/identity/nit";
import { bare, inOneSpelling, plain } from "@/model/identity/typed";
import { orderNumberReadingsOfAny } from "@/model/order-number";
import { LONGEST_SEARCH } from "./schema";

/** SOL-2026-000114, R-2026-000042, U-2026-000311, C-2026-000007 and PG-2026-000014, with or without signs and zeros. */
const NUMBERED = /^(SOL|R|U|C|PG)(\d{4})(\d{1,9})$/;
/** SHA-384 in hexadecimal. */
const CUFE = /^[0-9A-F]{96}$/;
/** A radicado of a request about one's own data. */
const RIGHTS = /^HD(\d{4})(\d{8})$/;

/** What a caller says before a number, "Comprobante No. U-2026-100", in both languages of the screens. */
const LABEL_BEFORE =
  /^(?:comprobante|recibo|constancia|radicado|solicitud|folio|novedad|factura|pago|convenio|consulta|codigo|cufe|receipt|proof|request|report|invoice|payment|agreement|look-?up|code)[\s.:#]+(?:(?:no?|nro|num|numero|number)[.°º]*[\s:]+)*(?=\S*\d)/i;

/** Shortest NIT that is one. */
const SHORTEST_NIT = 6;

/**
 * What a typed search can have been meant as, for `search_everywhere`.
 * @param kinds codes of the kinds of orders, which may stand before a number
 */
export function searchReadings(asked: string, kinds: readonly string[]) {
  const typed = asked.slice(0, LONGEST_SEARCH);
  const unlabelled = withoutAccents(inOneSpelling(typed)).replace(LABEL_BEFORE, "");
  const [, series, year, serial] = NUMBERED.exec(bare(unlabelled)) ?? [];
  const numbered = series ? `${series}-${year}-${String(Number(serial)).padStart(6, "0")}` : null;
  const [, rightsYear, rightsNumber] = RIGHTS.exec(bare(unlabelled)) ?? [];
  const rights = rightsYear ? `HD-${rightsYear}-${rightsNumber}` : null;
  // Behind it there is a number: "AS 4521", "as-0004521".
  const kind = kinds.find(
    (each) => bare(typed).startsWith(bare(each)) && /^\d+$/.test(bare(typed).slice(bare(each).length)),
  );
  // A PDF breaks it into lines.
  const cufe = CUFE.exec(bare(unlabelled))?.[0] ?? null;
  const code = readLookupCode(unlabelled);
  const digits = searchedNit(typed);
  return {
    numbers: orderNumberReadingsOfAny(typed, kinds),
    ids: idReadings(typed).map((reading) => affiliateIdIndex(reading).toString("hex")),
    people: idReadings(typed).map((reading) => personIdIndex(reading).toString("hex")),
    nits: digits && digits.length >= SHORTEST_NIT ? nitReadings(digits) : [],
    plain: [...new Set([typed.trim(), plain(typed), plain(unlabelled), numbered, rights, cufe])].filter(
      (each) => each !== null,
    ),
    words: searchWords(typed),
    ...(code ? { lookupFrom: code.from, lookupTo: code.to } : {}),
    ...(kind ? { kind } : {}),
    ...(series === "PG" ? { payment: Number(serial), year: Number(year) } : {}),
    ...(series === "U" ? { serial: Number(serial), year: Number(year), receipt: numbered } : {}),
  };
}

/** A name as SQL compares it (`plain_words`). */
export const plainWords = (text: string) =>
  // Before the accents go: one that stands for an apostrophe would leave a space.
  withoutAccents(text.replace(/[’‘´`ʼ]/g, "'"))
    .toLowerCase()
    .replace(/[.,'-]/g, "");

/** The words of a name, in any order; none for a number. Signs that LIKE reads are taken as they are. */
export function searchWords(typed: string): string[] {
  if (!/\p{L}.*\p{L}/u.test(typed)) return [];
  return plainWords(typed)
    .split(/[^\p{L}\p{N}@_&]/u)
    .filter(Boolean)
    .map((word) => word.replace(/[\\%_]/g, "\\$&"));
}

import { readContactEmail } from "@/domain/account/email";
import {
  bad,
  type DayDoubt,
  type Fault,
  good,
  namesNothing,
  type Read,
  readCell,
  readDay,
} from "@/domain/import/cells";
import { damageOf } from "@/domain/import/damage";
import { readAgreementNumber, readNit } from "@/domain/import/identifiers";
import { readText } from "@/domain/import/text";
import { findMunicipality } from "@/domain/place/municipalities";
import type { CalendarDay } from "@/model/calendar";
import { nitCheckDigit } from "@/model/identity/nit";
import { parsePhone } from "@/model/identity/phone";
import { inOneSpelling } from "@/model/identity/typed";

export const agreementColumns = [
  "CONVENIO",
  "NIT",
  "DV",
  "RAZON_SOCIAL",
  "CORREO",
  "TELEFONO",
  "MUNICIPIO",
  "DESDE",
  "HASTA",
] as const;
export type AgreementColumn = (typeof agreementColumns)[number];
/** One line, as the template shows it. */
export const agreementExample: Record<AgreementColumn, string> = {
  CONVENIO: "CV-2026-014",
  NIT: "900765432",
  DV: "6",
  RAZON_SOCIAL: "Ferretería El Tornillo S.A.S.",
  CORREO: "convenios@eltornillo.example",
  TELEFONO: "6053325127",
  MUNICIPIO: "08001",
  DESDE: "2027-01-01",
  HASTA: "2027-12-31",
};

const { CONVENIO, NIT, RAZON_SOCIAL } = agreementExample;
/** The columns of a file of convenios, those of them that hold days, and what names the convenio of the template. */
export const agreementShape = {
  wanted: agreementColumns,
  days: ["DESDE", "HASTA"] as const satisfies readonly AgreementColumn[],
  example: { CONVENIO, NIT, RAZON_SOCIAL },
};

/** Longer than an address and what may stand behind it. */
const LONGEST_EMAIL_CELL = 300;

/** Columns of which a line with a convenio fills at least one. */
const naming = ["CONVENIO", "NIT", "RAZON_SOCIAL"] as const satisfies readonly AgreementColumn[];

/** The data of a convenio in a valid line. */
export type AgreementData = {
  number: string;
  nit: string;
  checkDigit: number;
  legalName: string;
  /** Undefined where the cell has a text that is no address: the convenio keeps the one it has. */
  email: string | null | undefined;
  /** The telephone in the form of E.164. */
  phone: string | null;
  /** The municipality's DIVIPOLA code. */
  municipality: string | null;
  startsOn: CalendarDay;
  endsOn: CalendarDay;
};

/** Reads a row of the file: its convenio, or all its errors. */
export function readAgreementRow(
  line: number,
  cells: Record<string, string>,
  dayDoubt?: DayDoubt,
  dayCells: readonly string[] = [],
): { data: AgreementData } | { faults: Fault[] } {
  const faults: Fault[] = [];
  const take = <T>(column: AgreementColumn, read: (cell: string) => Read<T>): T | undefined => {
    const value = cells[column] ?? "";
    const result = readCell(value, read);
    if (result.ok) return result.value;
    // A convenio does not end for its e-mail's sake: the line goes in without it, with a warning.
    if (result.code !== "email_shape")
      faults.push({ line, column, cell: value, code: result.code, fact: result.fact });
    return undefined;
  };
  if (naming.every((column) => namesNothing(column, cells[column] ?? "")))
    return { faults: [{ line, column: "", cell: "", code: "no_order" }] };
  const number = take("CONVENIO", readAgreementNumber);
  const nit = take("NIT", readNit);
  const checkDigit = take("DV", (cell) => readCheckDigit(cell, nit));
  const legalName = take("RAZON_SOCIAL", (cell) => readText(cell, 160));
  const email = take("CORREO", readEmailCell);
  const phone = take("TELEFONO", readPhone);
  const municipality = take("MUNICIPIO", readMunicipality);
  const startsOn = take<CalendarDay>("DESDE", (cell) => readDay(cell, dayDoubt, dayCells.includes("DESDE")));
  const endsOn = take<CalendarDay>("HASTA", (cell) => {
    const day = readDay(cell, dayDoubt, dayCells.includes("HASTA"));
    return day.ok && startsOn && day.value < startsOn ? bad("before_start", startsOn) : day;
  });
  if (
    faults.length > 0 ||
    number === undefined ||
    nit === undefined ||
    checkDigit === undefined ||
    legalName === undefined ||
    phone === undefined ||
    municipality === undefined ||
    startsOn === undefined ||
    endsOn === undefined
  )
    return { faults };
  return {
    data: { number, nit, checkDigit, legalName, email, phone, municipality, startsOn, endsOn },
  };
}

function readCheckDigit(cell: string, nit: string | undefined): Read<number> {
  const digit = cell.trim();
  if (digit === "") return bad("empty");
  if (!/^\d$/.test(digit)) return bad("check_digit");
  return nit && Number(digit) !== nitCheckDigit(nit) ? bad("check_digit") : good(Number(digit));
}

function readEmailCell(cell: string): Read<string | null> {
  const typed = inOneSpelling(cell);
  if (typed === "") return good(null);
  if (typed.length > LONGEST_EMAIL_CELL) return bad("email_shape");
  // Behind it stands what is left of a list or of a sentence.
  const email = readContactEmail(typed.replace(/[\s,;.]+$/, ""));
  return email ? good(email) : bad("email_shape");
}

function readPhone(cell: string): Read<string | null> {
  if (cell.trim() === "") return good(null);
  const damage = damageOf(cell.trim());
  if (damage) return bad(damage);
  if (/\dO|O\d/i.test(cell)) return bad("letter_o");
  const phone = parsePhone(cell);
  return phone ? good(phone) : bad("phone_shape");
}

/** Codes lose their leading zero in spreadsheets: 8001 is 08001. */
function readMunicipality(cell: string): Read<string | null> {
  const code = cell.trim();
  if (code === "") return good(null);
  const found = findMunicipality(/^\d{4}$/.test(code) ? `0${code}` : code);
  return found ? good(found.code) : bad("unknown_municipality");
}

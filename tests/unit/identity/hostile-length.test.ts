import { expect, test } from "vitest";
import { readFilters } from "@/app/admin/_orders/list-address";
import { wordsIn } from "@/db/like";
import { passwordFault } from "@/domain/account/password";
import { Email, phone } from "@/domain/account/schema";
import { agreementColumns, readAgreementRow } from "@/domain/agreement/row";
import { AgreementInput } from "@/domain/agreement/schema";
import { accountFaults } from "@/domain/bank-account/schema";
import { isExample } from "@/domain/import/batch";
import {
  dayParts,
  namesNothing,
  readCell,
  readDay,
  readPesos as readPesosOfFile,
} from "@/domain/import/cells";
import {
  readAgreementNumber,
  readIdNumber as readIdOfFile,
  readNit,
  readOrderNumber,
} from "@/domain/import/identifiers";
import { readOrderRow } from "@/domain/import/row";
import { readName, readText } from "@/domain/import/text";
import { readPesos } from "@/domain/lookup/comparison";
import { looksScanned, readScannedText } from "@/domain/lookup/scanned-text";
import { CounterInput, DigitsInput, LookUpInput } from "@/domain/lookup/schema";
import { wordsOf } from "@/domain/manual/search";
import { DraftInput, SentDraft } from "@/domain/order/draft/schema";
import { FindInput } from "@/domain/order/schema";
import { readCheckCode } from "@/domain/order-code/check-code";
import { verifyInput } from "@/domain/order-code/verify-schema";
import { readProofName } from "@/domain/proof/number";
import { kindOfName } from "@/domain/request/requirement";
import { requestTexts } from "@/domain/request/schema";
import { searchReadings } from "@/domain/search/readings";
import { typedDay } from "@/domain/typed-day";
import { cleanFileName } from "@/lib/files/name";
import { withoutAccents } from "@/lib/format/accents";
import { disposition } from "@/lib/http/disposition";
import { cleanForm, formValues } from "@/lib/http/form-data";
import { cleanLine, cleanText, mendedText } from "@/lib/http/text";
import { columnName } from "@/lib/table/header";
import { kindOfFormat } from "@/lib/table/workbook-parts";
import {
  idReadings,
  normaliseIdNumber,
  readIdNumber,
  tailReadings,
} from "@/model/identity/identity-document";
import { parseCompanyNit, parseNit, searchedNit } from "@/model/identity/nit";
import { parsePhone } from "@/model/identity/phone";
import { bare, digitsOf, inOneSpelling, numberOf, plain, readings } from "@/model/identity/typed";
import { orderColumns } from "@/model/order-field";
import { orderNumberReadings, orderNumberReadingsOfAny, withoutWords } from "@/model/order-number";

// The server reads what is typed in its own thread: a form of 128 KB must not keep it from answering the others.
const LENGTH = 65_536;
const MOST_MS = 50;
const LOOKS = [1, 2, 3, 4];

/** What makes an expression go back and forth: long runs of what it may take, and an end that it does not. */
const pumped = [
  " ",
  "\t",
  "0",
  "1",
  "O",
  "a",
  "A",
  "-",
  ".",
  ",",
  "$",
  "@",
  "=",
  "#",
  "?",
  "'",
  "(",
  "[",
  "T",
  "\u0301",
  "\u200b",
];
const pairs = [
  "- ",
  "0O",
  ".0",
  "0.",
  "@.",
  "a.",
  "a@",
  " T",
  "12",
  "NO",
  "C.",
  "$ ",
  "a?",
  "&a",
  "# ",
  ".-",
  "COP",
  "1 ",
  // Composing sorts them, which takes the square of their number.
  "\u0301\u0323",
];
const hostile = [...pumped, ...pairs].flatMap((pump) => {
  const run = pump.repeat(LENGTH / pump.length);
  return [run, ...["", "1", "$", "recibo "].map((before) => `${before}${run}\u0001x`)];
});

const rules = { kinds: new Map([["AS", 20_000_000]]), agreements: new Map(), today: "2026-11-24" };
/** The end of a text for each of several fields, which come together in one form or line. */
const part = (text: string) => text.slice(-LENGTH / 8);
const everyCell = (columns: readonly string[], text: string) =>
  Object.fromEntries(columns.map((column) => [column, part(text)]));
const everyField = (text: string) =>
  new Proxy({}, { get: () => part(text), has: () => true, ownKeys: () => [] }) as Record<string, string>;

const readers: Record<string, (text: string) => unknown> = {
  plain,
  inOneSpelling,
  bare,
  digitsOf,
  numberOf,
  readings: (text) => readings(text, ["AS"]),
  idReadings,
  normaliseIdNumber,
  readIdNumber: (text) => readIdNumber("CC", text),
  tailReadings,
  parseNit: (text) => parseNit(text, text),
  parseCompanyNit,
  searchedNit,
  parsePhone,
  orderNumberReadings: (text) => orderNumberReadings(text, "AS"),
  orderNumberReadingsOfAny: (text) => orderNumberReadingsOfAny(text, ["AS", "BE"]),
  withoutWords,
  readPesos,
  readDay,
  dayParts,
  namesNothing: (text) => namesNothing("NIT", text),
  columnName,
  readPesosOfFile: (text) => readPesosOfFile(text, 20_000_000),
  readCell: (text) => readCell(text, (cell) => ({ ok: false, code: "empty", fact: cell })),
  readOrderNumber,
  readIdOfFile: (text) => [readIdOfFile(text, "CC"), readIdOfFile(text, undefined)],
  readNit,
  readAgreementNumber,
  readText: (text) => readText(text, 200),
  readName: (text) => readName(text, 120),
  readOrderRow: (text) => readOrderRow(2, everyCell(orderColumns, text), rules),
  readAgreementRow: (text) => readAgreementRow(2, everyCell(agreementColumns, text)),
  looksScanned,
  readScannedText: (text) => readScannedText(text, "https://portal.example"),
  readCheckCode,
  readProofName,
  searchReadings: (text) => searchReadings(text, ["AS"]),
  cleanFileName: (text) => cleanFileName(text, "archivo"),
  cleanText,
  mendedText,
  cleanLine,
  cleanForm: (text) => [cleanForm(formOf(text)), formValues(formOf(text))],
  withoutAccents,
  wordsIn,
  wordsOf,
  kindOfName,
  disposition: (text) => disposition(true, text),
  isExample: (text) => isExample({ NIT: text }, { NIT: text }),
  passwordFault: (text) => passwordFault(text.slice(0, 1_000), []),
  kindOfFormat,
  readFilters: (text) => readFilters(() => text),
  accountFaults: (text) => accountFaults({ bank: text, accountKind: text, accountNumber: text }, true),
  typedDay: (text) => typedDay.safeParse(text),
  Email: (text) => Email.safeParse(text),
  phone: (text) => phone("phoneWrong").safeParse(text),
  FindInput: (text) => FindInput.safeParse({ number: text, kindCode: text }),
  LookUpInput: (text) => LookUpInput.safeParse(everyField(text)),
  CounterInput: (text) =>
    CounterInput.safeParse({ idNumber: text, number: text, checkCode: text, kindCode: "AS" }),
  DigitsInput: (text) => DigitsInput.safeParse(everyField(text)),
  verifyInput: (text) => verifyInput("https://portal.example").safeParse({ code: text }),
  AgreementInput: (text) => AgreementInput.safeParse(everyField(text)),
  DraftInput: (text) => DraftInput.safeParse({ ...everyField(text), ...draft(text) }),
  SentDraft: (text) => SentDraft.safeParse({ ...draft(text), later: text }),
  requestTexts: (text) =>
    requestTexts("needed").safeParse({
      agreementNumber: text,
      note: text,
      bank: text,
      accountKind: text,
      accountNumber: text,
    }),
};

function formOf(text: string): FormData {
  const form = new FormData();
  form.set("email", text);
  return form;
}

function draft(text: string) {
  const fields = [
    "affiliateId",
    "affiliateName",
    "kindCode",
    "value",
    "provider",
    "concept",
    "issuedOn",
    "validUntil",
    "office",
  ];
  return { ...everyCell(fields, text), affiliateIdKind: "CC", order: crypto.randomUUID(), version: "" };
}

/** Time of the processor alone: a machine that is busy with others takes none of it. */
function cpuMs(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

test.each(Object.keys(readers))("%s reads no hostile text of 64 KB for long", (name) => {
  const read = readers[name] as (text: string) => unknown;
  read("72123456");
  for (const text of hostile) {
    const shown = `${JSON.stringify(text.slice(0, 8))}…${JSON.stringify(text.slice(-3))}`;
    // The best of several looks: one may wait for the collector of garbage, or share a core with another program.
    if (cpuMs(() => read(text)) > MOST_MS)
      expect(Math.min(...LOOKS.map(() => cpuMs(() => read(text)))), shown).toBeLessThan(MOST_MS);
  }
});

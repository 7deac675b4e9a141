import { personIdPlace, personMobilePlace } from "@/domain/account/sealed-fields";
import { accountNumberPlace } from "@/domain/bank-account/sealed-fields";
import { cellPlace, chunkPlace } from "@/domain/import/sealed-file";
import { incidentPlace } from "@/domain/incident/incidents";
import { typedIdPlace, typedNumberPlace } from "@/domain/lookup/look-up";
import { affiliateIdPlace, affiliateNamePlace } from "@/domain/order/sealed-fields";
import { emailChangePlace } from "@/domain/own-account/email-change";
import { photoPlace, wordsPlace } from "@/domain/report/sealed-fields";
import { documentPlace } from "@/domain/request/sealed-documents";
import { rightsContentPlace, rightsFilePlace, rightsTextPlace } from "@/domain/rights/sealed-fields";

type Row = Readonly<Record<string, string | number>>;

/** A column of sealed values: its table, what names a row, and the place that each value is sealed to. */
export type SealedColumn = {
  table: string;
  column: string;
  /** Names of columns with their types, in the order of their index. */
  key: readonly (readonly [name: string, type: "uuid" | "integer" | "smallint" | "text"])[];
  place: (row: Row) => string;
  /** A further column that the place is made of; a value in a row without it is not sealed yet. */
  sealedAs?: string;
  /** How many are opened and sealed in one transaction: few, where a value has megabytes. */
  batch: number;
};

const id = [["id", "uuid"]] as const;
const text = (row: Row, name: string) => String(row[name]);

/** Every sealed column. A place that is wrong here opens nothing, and the job says so before it writes. */
export const sealedColumns: readonly SealedColumn[] = [
  // The keys that sign come first: without them nothing is issued.
  {
    table: "order_key",
    column: "private_sealed",
    key: [["id", "smallint"]],
    place: (row) => `order_key.private:${row.id}`,
    batch: 100,
  },
  {
    table: "receipt_key",
    column: "private_sealed",
    key: [["id", "smallint"]],
    place: (row) => `receipt_key.private:${row.id}`,
    batch: 100,
  },
  {
    table: "order",
    column: "affiliate_id_sealed",
    key: id,
    place: (row) => affiliateIdPlace(text(row, "id")),
    batch: 200,
  },
  {
    table: "order",
    column: "affiliate_name_sealed",
    key: id,
    place: (row) => affiliateNamePlace(text(row, "id")),
    batch: 200,
  },
  {
    table: "order_code",
    column: "check_sealed",
    key: [["order_id", "uuid"]],
    place: (row) => `order_code.check:${row.order_id}`,
    batch: 200,
  },
  {
    table: "order_form",
    column: "answers",
    key: [["person_id", "uuid"]],
    place: (row) => `order.form:${row.person_id}`,
    batch: 200,
  },
  {
    table: "lookup",
    column: "id_sealed",
    key: id,
    place: (row) => typedIdPlace(text(row, "id")),
    batch: 200,
  },
  {
    table: "lookup",
    column: "number_sealed",
    key: id,
    place: (row) => typedNumberPlace(text(row, "id")),
    batch: 200,
  },
  {
    table: "registration",
    column: "answers",
    key: id,
    place: (row) => `registration.answers:${row.id}`,
    batch: 200,
  },
  {
    table: "mail",
    column: "content",
    key: [["event_key", "text"]],
    place: (row) => `mail.content:${row.event_key}`,
    batch: 100,
  },
  { table: "kept_file", column: "sealed", key: id, place: (row) => `kept.file:${row.id}`, batch: 2 },
  {
    table: "bank_account",
    column: "number_sealed",
    key: id,
    place: (row) => accountNumberPlace(text(row, "id")),
    batch: 200,
  },
  {
    table: "factor",
    column: "secret",
    key: id,
    place: (row) => `factor.secret:${row.id}`,
    batch: 200,
  },
  {
    table: "person",
    column: "id_number_sealed",
    key: id,
    place: (row) => personIdPlace(text(row, "id")),
    batch: 200,
  },
  {
    table: "person",
    column: "mobile_sealed",
    key: id,
    place: (row) => personMobilePlace(text(row, "id")),
    batch: 200,
  },
  {
    table: "email_change",
    column: "email_sealed",
    key: id,
    place: (row) => emailChangePlace(text(row, "id")),
    batch: 200,
  },
  {
    table: "request_document",
    column: "content",
    key: id,
    place: (row) => documentPlace(text(row, "sealed_as")),
    sealedAs: "sealed_as",
    batch: 2,
  },
  {
    table: "report",
    column: "words_sealed",
    key: id,
    place: (row) => wordsPlace(text(row, "id")),
    batch: 200,
  },
  {
    table: "report_photo",
    column: "sealed",
    key: [["report_id", "uuid"]],
    place: (row) => photoPlace(text(row, "report_id")),
    batch: 2,
  },
  {
    table: "incident",
    column: "content_sealed",
    key: id,
    place: (row) => incidentPlace(text(row, "id")),
    batch: 200,
  },
  {
    table: "rights_request",
    column: "content_sealed",
    key: id,
    place: (row) => rightsContentPlace(text(row, "id")),
    batch: 200,
  },
  {
    table: "rights_event",
    column: "text_sealed",
    key: id,
    place: (row) => rightsTextPlace(text(row, "id")),
    batch: 200,
  },
  {
    table: "rights_file",
    column: "sealed",
    key: [["request_id", "uuid"]],
    place: (row) => rightsFilePlace(text(row, "request_id")),
    batch: 2,
  },
  {
    table: "import_chunk",
    column: "content",
    key: [
      ["run_id", "uuid"],
      ["position", "integer"],
    ],
    place: (row) => chunkPlace(text(row, "run_id"), Number(row.position)),
    batch: 10,
  },
  {
    table: "import_fault",
    column: "said_sealed",
    key: [
      ["run_id", "uuid"],
      ["line", "integer"],
      ["position", "integer"],
    ],
    place: (row) => cellPlace(text(row, "run_id"), Number(row.line), Number(row.position)),
    batch: 200,
  },
];

export const nameOf = ({ table, column }: SealedColumn): string => `${table}.${column}`;

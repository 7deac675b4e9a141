/** What the core's file, an export and the form know of a field. */
type Field = {
  /** Column of the table of orders; a sealed one holds bytes that only the application opens (domain/order/order-columns.ts). */
  column: string;
  sealed?: true;
  /** Column of the core's file and of an export, with its width in a workbook. */
  header: string;
  width: number;
  kind?: "day" | "number";
  /** The example that the template of the file shows in this column. */
  example: string;
  /**
   * Plain text: it needs no code of its own anywhere. The form asks for at least so many letters (0 may be left
   * empty, and is empty in orders from before the field) and takes no more than the longest. A provider sees it of a
   * current order, where the order's kind shows it.
   */
  text?: { least: number; longest: number; paper: { lines: number; most: number } };
};

/**
 * The fields of an order, each declared once, in the order of the core's file. Everything that shows a field
 * derives from here.
 */
export const orderFields = {
  kindCode: { column: "kind_code", header: "TIPODCTO", width: 10, example: "AS" },
  number: { column: "number", header: "NRODCTO", width: 14, example: "0004521" },
  affiliateIdKind: { column: "affiliate_id_kind", header: "TIPO_ID", width: 8, example: "CC" },
  affiliateId: {
    column: "affiliate_id_sealed",
    sealed: true,
    header: "NIT",
    width: 14,
    example: "1042555318",
  },
  affiliateName: {
    column: "affiliate_name_sealed",
    sealed: true,
    header: "NOMBRE",
    width: 32,
    example: "María Pérez",
  },
  issuedOn: { column: "issued_on", header: "FECHA", width: 12, kind: "day", example: "2026-11-01" },
  validUntil: { column: "valid_until", header: "VENCE", width: 12, kind: "day", example: "2026-12-15" },
  value: { column: "value", header: "VALOR", width: 14, kind: "number", example: "480000" },
  concept: {
    column: "concept",
    header: "CONCEPTO",
    width: 24,
    example: "Calzado",
    text: { least: 3, longest: 200, paper: { lines: 2, most: 4 } },
  },
  providerNit: { column: "provider_nit", header: "NIT_PROVEEDOR", width: 16, example: "" },
  office: {
    column: "office",
    header: "SEDE",
    width: 20,
    example: "Prado",
    text: { least: 2, longest: 80, paper: { lines: 1, most: 2 } },
  },
  state: { column: "state", header: "ESTADO", width: 12, example: "VIGENTE" },
} as const satisfies Record<string, Field>;

export type OrderField = keyof typeof orderFields;
export const orderFieldNames = Object.keys(orderFields) as OrderField[];
/** Columns of the core's file. */
export type OrderColumn = (typeof orderFields)[OrderField]["header"];
export const orderColumns = orderFieldNames.map((name) => orderFields[name].header);
/** The columns of the core's file that hold days. */
export const orderDays = orderFieldNames
  .filter((name) => "kind" in orderFields[name] && orderFields[name].kind === "day")
  .map((name) => orderFields[name].header);

/**
 * The day on which the core used an order, where its file has the column: of an order's life, not of its data, so no
 * form, paper or answer has it.
 */
export const coreUse = { column: "core_used_on", header: "FECHA_USO", width: 12, kind: "day" } as const;
/** The core's file as a table. */
export const orderFile = {
  wanted: orderColumns,
  optional: [coreUse.header],
  days: [...orderDays, coreUse.header],
  firm: [orderFields.state.header],
  amounts: orderFieldNames
    .filter((name) => "kind" in orderFields[name] && orderFields[name].kind === "number")
    .map((name) => orderFields[name].header),
  /** What names the order of the template. */
  example: Object.fromEntries(
    (["number", "affiliateId", "affiliateName"] as const).map((name) => [
      orderFields[name].header,
      orderFields[name].example,
    ]),
  ),
} as const;

export type TextField = {
  [Name in OrderField]: (typeof orderFields)[Name] extends { text: object } ? Name : never;
}[OrderField];
/** Column of a text field: its name too among the parts of an order that change, show or are kept from providers. */
export type TextColumn = (typeof orderFields)[TextField]["column"];
export type OrderTexts = Record<TextField, string>;

export const isTextField = (name: string): name is TextField =>
  Object.hasOwn(orderFields, name) && "text" in orderFields[name as OrderField];
export const textFields = orderFieldNames.filter(isTextField);

/** Makes a record with one value for each text field. */
export function mapTexts<T>(make: (name: TextField) => T): Record<TextField, T> {
  return Object.fromEntries(textFields.map((name) => [name, make(name)])) as Record<TextField, T>;
}

/** Whether a text of a field is shown: an optional one is left out when it is empty. */
export const isShown = ({ least }: { least: number }, text: string | null): boolean =>
  text !== null && (text !== "" || least > 0);

/** A business is shown with its name and the check digit of its NIT. */
type ShownField = Exclude<OrderField, "providerNit"> | "provider";

/** Where people meet the fields, in the order in which they meet them. */
export const orderViews = {
  /** The form that makes an order. */
  form: [
    "affiliateIdKind",
    "affiliateId",
    "affiliateName",
    "kindCode",
    "value",
    "provider",
    "concept",
    "issuedOn",
    "validUntil",
    "office",
  ],
  /** The caja's list of orders. */
  list: ["number", "kindCode", "affiliateName", "value", "issuedOn", "validUntil", "provider", "state"],
  /** The answer of a look-up, practice, and the caja's own page of an order. */
  sheet: ["affiliateName", "affiliateId", "value", "concept", "issuedOn", "validUntil", "office"],
  /** The printed order: the same way for the eyes, and who may take it. */
  paper: ["affiliateName", "affiliateId", "value", "concept", "issuedOn", "validUntil", "provider", "office"],
} as const satisfies Record<string, readonly ShownField[]>;

type HideableColumn = "name" | "issued_on" | TextColumn;
const hideable: Partial<Record<ShownField, HideableColumn>> = {
  affiliateName: "name",
  issuedOn: "issued_on",
  ...mapTexts((name) => orderFields[name].column),
};

/** Parts of an order that a kind may hide from the provider. Number, ID, value and last day are always shown. */
export const shownFields = orderViews.sheet.flatMap((name): HideableColumn[] => {
  const column = hideable[name];
  return column ? [column] : [];
});

import { requireGrant } from "@/app/_server/auth/session";
import { type Cell, type Column, tableResponse, writeTable } from "@/lib/table/write";
import { coreUse, orderDays, orderFieldNames, orderFields } from "@/model/order-field";

/** The columns and one line as an example: a workbook, where numbers are texts and keep their zeros. */
export async function GET(): Promise<Response> {
  await requireGrant("order.import");
  const fields: (Column & { cell: Cell })[] = orderFieldNames.map((name) => {
    const { header, example } = orderFields[name];
    return orderDays.includes(header)
      ? { header, kind: "day", cell: { day: example } }
      : { header, kind: "text", cell: example };
  });
  // The example is of an order in force, which has no day of use.
  fields.push({ header: coreUse.header, kind: "day", cell: null });
  const rows = async function* () {
    yield fields.map(({ cell }) => cell);
  };
  return tableResponse("xlsx", "plantilla-ordenes", writeTable("xlsx", fields, rows()));
}

import { requireGrant } from "@/app/_server/auth/session";
import { tableResponse, writeTable } from "@/lib/table/write";
import { orderDays, orderFieldNames, orderFields } from "@/model/order-field";

/** The columns and one line as an example: a workbook, where numbers are texts and keep their zeros. */
export async function GET(): Promise<Response> {
  await requireGrant("order.import");
  const fields = orderFieldNames.map((name) => {
    const { header, example } = orderFields[name];
    return orderDays.includes(header)
      ? ({ header, kind: "day", cell: { day: example } } as const)
      : ({ header, kind: "text", cell: example } as const);
  });
  const rows = async function* () {
    yield fields.map(({ cell }) => cell);
  };
  return tableResponse("xlsx", "plantilla-ordenes", writeTable("xlsx", fields, rows()));
}

import { requireGrant } from "@/app/_server/auth/session";
import { templateResponse } from "@/app/admin/_imports/template";
import type { Cell, Column } from "@/lib/table/write";
import { coreUse, orderDays, orderFieldNames, orderFields } from "@/model/order-field";

/** The columns of the core's file and one line as an example. */
export async function GET(): Promise<Response> {
  await requireGrant("order.import");
  const fields: (Column & { cell: Cell })[] = orderFieldNames.map((name) => {
    const { header, example } = orderFields[name];
    return orderDays.includes(header)
      ? { header, kind: "day", cell: { day: example } }
      : { header, kind: "typed", cell: example };
  });
  // The example is of an order in force, which has no day of use.
  fields.push({ header: coreUse.header, kind: "day", cell: null });
  return templateResponse("plantilla-ordenes", fields);
}

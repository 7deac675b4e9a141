import { requireGrant } from "@/app/_server/auth/session";
import { templateResponse } from "@/app/admin/_imports/template";
import { agreementColumns, agreementExample, agreementShape } from "@/domain/agreement/row";
import type { Cell, Column } from "@/lib/table/write";

/** The columns of a file of convenios and one line as an example. */
export async function GET(): Promise<Response> {
  await requireGrant("agreement.manage");
  const days: readonly string[] = agreementShape.days;
  const fields = agreementColumns.map((header): Column & { cell: Cell } => {
    const example = agreementExample[header];
    return days.includes(header)
      ? { header, kind: "day", cell: { day: example } }
      : { header, kind: "typed", cell: example };
  });
  return templateResponse("plantilla-convenios", fields);
}

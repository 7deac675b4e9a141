import { requireGrant } from "@/app/_server/auth/session";
import { agreementColumns, agreementExample, agreementShape } from "@/domain/agreement/row";
import { tableResponse, writeTable } from "@/lib/table/write";

/** The columns and one line as an example: a workbook, where numbers are texts and keep their zeros. */
export async function GET(): Promise<Response> {
  await requireGrant("agreement.manage");
  const days: readonly string[] = agreementShape.days;
  const fields = agreementColumns.map((header) => ({
    header,
    kind: days.includes(header) ? ("day" as const) : ("text" as const),
  }));
  const rows = async function* () {
    yield agreementColumns.map((column) =>
      days.includes(column) ? { day: agreementExample[column] } : agreementExample[column],
    );
  };
  return tableResponse("xlsx", "plantilla-convenios", writeTable("xlsx", fields, rows()));
}

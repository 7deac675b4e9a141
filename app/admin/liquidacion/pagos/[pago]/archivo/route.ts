import { z } from "zod";
import { allowed } from "@/app/_server/auth/denied";
import { currentActor } from "@/app/_server/auth/session";
import { postedForm } from "@/app/_server/http/posted-form";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { pdfResponse } from "@/app/_server/pdf-response";
import { isDatabaseDown } from "@/db/connection";
import { currentCaja } from "@/domain/caja/profile";
import {
  accountantColumns,
  accountantRows,
  bankColumns,
  bankRows,
  exportPayment,
  type PaymentFile,
} from "@/domain/payment/files";
import { writePayment } from "@/domain/payment/write-pdf";
import { clientIp } from "@/lib/http/client";
import { isOwnOrigin } from "@/lib/http/origin";
import { seeOther } from "@/lib/http/own-path";
import { tableResponse, writeTable } from "@/lib/table/write";
import { currentMessages } from "@/messages";
import { authorize } from "@/model/access";
import { Refusal } from "@/model/refusal";

const PATH = "/admin/liquidacion/pagos";
const back = encodeURIComponent(PATH);

/** The formats that the page offers: whom a file is for, and how it is written. */
const formats = {
  "banco.csv": { file: "bank", format: "csv" },
  "banco.xlsx": { file: "bank", format: "xlsx" },
  "contable.csv": { file: "accountant", format: "csv" },
  "contable.xlsx": { file: "accountant", format: "xlsx" },
  pdf: { file: "receipts", format: "pdf" },
} as const;
const Format = z.enum(Object.keys(formats) as [keyof typeof formats, ...(keyof typeof formats)[]]);

/** Exports a payment run. A POST, because an export is audited. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ pago: string }> },
): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refusedResponse(403, request.headers.get("cookie"));
  try {
    const actor = await currentActor();
    if (!actor) return seeOther(`/ingresar?volver=${back}`);
    if (!(await allowed(actor, "settlement.read"))) return seeOther("/sin-permiso");
    const [form, { pago }] = await Promise.all([postedForm(request), params]);
    if (!(form instanceof FormData)) return refusedResponse(form, request.headers.get("cookie"));
    const wanted = Format.safeParse(form.get("formato"));
    if (!wanted.success) return refusedResponse(400, request.headers.get("cookie"));
    if (!z.uuid().safeParse(pago).success) return seeOther(PATH);
    const { file, format } = formats[wanted.data];
    const grant = authorize(actor, "settlement.read");
    const exported = await exportPayment(grant, pago, { file, format, ip: clientIp(request.headers) });
    if (format === "pdf") return await receiptsResponse(exported);
    const { payment } = await currentMessages();
    const words = payment.file;
    return tableResponse(
      format,
      `${exported.number}-${words[file]}`,
      file === "bank"
        ? writeTable(format, bankColumns, bankRows(exported))
        : writeTable(format, accountantColumns, accountantRows(exported, { total: words.totalOf })),
    );
  } catch (error) {
    if (error instanceof Refusal) return seeOther(PATH);
    if (isDatabaseDown(error)) return seeOther(`/no-disponible?volver=${back}`);
    throw error;
  }
}

async function receiptsResponse(exported: PaymentFile): Promise<Response> {
  const [{ name }, { payment }] = await Promise.all([currentCaja(), currentMessages()]);
  const { kind, state } = exported.run;
  const states = kind === "payment" ? payment.states : payment.reversalStates;
  return pdfResponse((stream) => writePayment(exported, { caja: name, state: states[state] }, stream), {
    fileName: `${exported.number}-${payment.file.receipts}.pdf`,
    cut: "payment.cut",
  });
}

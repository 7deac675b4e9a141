import { z } from "zod";
import { answerExport } from "@/app/_server/http/answer-export";
import { pdfResponse } from "@/app/_server/pdf-response";
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
import { seeOther } from "@/lib/http/own-path";
import { tableResponse, writeTable } from "@/lib/table/write";
import { currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { Refusal } from "@/model/refusal";

const PATH = "/admin/liquidacion/pagos";

/** The formats that the page offers: whom a file is for, and how it is written. */
const formats = {
  "banco.csv": { file: "bank", format: "csv" },
  "banco.xlsx": { file: "bank", format: "xlsx" },
  "contable.csv": { file: "accountant", format: "csv" },
  "contable.xlsx": { file: "accountant", format: "xlsx" },
  pdf: { file: "receipts", format: "pdf" },
} as const;
const offer = {
  permission: "settlement.read",
  again: true,
  page: PATH,
  formats: Object.keys(formats) as (keyof typeof formats)[],
  refusedTo: PATH,
} as const;

type Context = { params: Promise<{ pago: string }> };

/** Exports a payment run. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answerExport(request, offer, async (grant, { format: wanted, ip }) => {
    const { pago } = await params;
    if (!z.uuid().safeParse(pago).success) return seeOther(PATH);
    const { file, format } = formats[wanted];
    const exported = await exportPayment(grant, pago, { file, format, ip }).catch(nothingLeft);
    // Its page says why.
    if (!exported) return seeOther(`${PATH}/${pago}`);
    if (format === "pdf") return await receiptsResponse(exported);
    const { payment, bankAccount } = await currentMessages();
    const words = payment.file;
    return tableResponse(
      format,
      `${exported.number}-${words[file]}`,
      file === "bank"
        ? writeTable(format, bankColumns, bankRows(exported, bankAccount))
        : writeTable(
            format,
            accountantColumns,
            accountantRows(exported, { total: words.totalOf, state: stateOf(exported, payment) }),
          ),
    );
  });
}

function nothingLeft(error: unknown): null {
  if (error instanceof Refusal && error.code === "payment_reversed") return null;
  throw error;
}

const stateOf = ({ run: { kind, state } }: PaymentFile, words: Messages["payment"]): string =>
  (kind === "payment" ? words.states : words.reversalStates)[state];

async function receiptsResponse(exported: PaymentFile): Promise<Response> {
  const [{ name }, { payment }] = await Promise.all([currentCaja(), currentMessages()]);
  const head = { caja: name, state: stateOf(exported, payment) };
  return pdfResponse((stream) => writePayment(exported, head, stream), {
    fileName: `${exported.number}-${payment.file.receipts}.pdf`,
    cut: "payment.cut",
  });
}

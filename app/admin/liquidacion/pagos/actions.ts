"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { mailLinks } from "@/app/_server/mail-links";
import { paymentNotice } from "@/domain/notify/settlement-emails";
import { approvePayment } from "@/domain/payment/approve";
import { makePayment, returnPayment, reversePayment } from "@/domain/payment/payments";
import {
  ApprovePaymentInput,
  MakePaymentInput,
  ReturnPaymentInput,
  ReversePaymentInput,
} from "@/domain/payment/schema";

const PATH = "/admin/liquidacion/pagos";

export const makePaymentAction = action(
  { needs: "settlement.manage", input: MakePaymentInput },
  async (grant, input, client) => redirect(`${PATH}/${await makePayment(grant, input, client)}?hecho=armado`),
);

export const approvePaymentAction = action(
  { needs: "settlement.approve", input: ApprovePaymentInput },
  async (grant, input, client) => {
    await approvePayment(grant, input, await paymentNotice(mailLinks), client);
    redirect(`${PATH}/${input.payment}?hecho=aprobado`);
  },
);

export const returnPaymentAction = action(
  { needs: "settlement.manage", input: ReturnPaymentInput },
  async (grant, input, client) => {
    await returnPayment(grant, input, client);
    redirect(`${PATH}/${input.payment}?hecho=devuelto`);
  },
);

export const reversePaymentAction = action(
  { needs: "settlement.manage", again: true, input: ReversePaymentInput },
  async (grant, input, client) =>
    redirect(`${PATH}/${await reversePayment(grant, input, client)}?hecho=armado`),
);

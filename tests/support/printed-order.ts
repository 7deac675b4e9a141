import { codeUrl } from "@/domain/order-code/code";
import { orderSigner } from "@/domain/order-code/sign-code";
import { publicAddress } from "@/lib/mail/address";
import type { CalendarDay } from "@/model/calendar";
import { type CreatedOrder, makeOrder, owner } from "./look-up-orders";
import { grantOf } from "./officials";

export type PrintedOrder = CreatedOrder & {
  /** The code's 92 bytes. */
  code: Buffer;
  /** The URL in the QR. */
  url: string;
  /** The last four of the ID, which are typed after the scan. */
  tail: string;
};

/** Creates a printed order: its code is signed by the active key and stored as the first printing does. */
export async function makePrintedOrder(shape: Parameters<typeof makeOrder>[0] = {}): Promise<PrintedOrder> {
  const order = await makeOrder(shape);
  const [row] = await owner<{ issued_on: CalendarDay; valid_until: CalendarDay }[]>`
    select issued_on::text, valid_until::text from "order" where id = ${order.id}`;
  if (!row) throw new Error("no order made");
  const sign = await orderSigner(await grantOf("administrator", "order.find"));
  const signed = sign({
    orderId: order.id,
    kindCode: "AS",
    kindNumber: 1,
    numberKey: order.number,
    issuedOn: row.issued_on,
    validUntil: row.valid_until,
    value: 480_000,
    affiliateIdKind: "CC",
    affiliateId: order.idNumber,
  });
  await owner`insert into order_code (order_id, code_id, key_id, code, check_sealed, check_index, tail_index, prints)
    values (${order.id}, ${signed.codeId}, ${signed.keyId}, ${signed.code}, ${signed.checkSealed},
      ${signed.checkIndex}, ${signed.tailIndex}, 1)`;
  const url = codeUrl(publicAddress("/"), signed.code);
  return { ...order, code: signed.code, url, tail: order.idNumber.slice(-4) };
}

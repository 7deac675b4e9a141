import type { SignedCode } from "@/model/order-code";
import { owner } from "./account";

/** Stores the code of an order as its first printing does. */
export async function keepCode(orderId: string, signed: SignedCode): Promise<void> {
  const { codeId, keyId, code, checkSealed, checkIndex, tailIndex } = signed;
  await owner`insert into order_code (order_id, code_id, key_id, code, check_sealed, check_index, tail_index, prints)
    values (${orderId}, ${codeId}, ${keyId}, ${code}, ${checkSealed}, ${checkIndex}, ${tailIndex}, 1)`;
}

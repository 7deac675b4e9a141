import { randomBytes } from "node:crypto";
import { databaseFor } from "@/db/client";
import { checkIndex } from "@/domain/order-code/check-index";
import { holderTag } from "@/domain/order-code/holder-tag";
import { signCodeBody } from "@/domain/order-code/signature";
import { tailIndex } from "@/domain/order-code/tail-index";
import { seal, unseal } from "@/lib/crypto/seal";
import type { Grant, Permission } from "@/model/access";
import type { CalendarDay } from "@/model/calendar";
import { tailOf } from "@/model/identity/identity-document";
import type { SignedCode } from "@/model/order-code";
import { checkCodeOf } from "./check-code";
import { CODE_ISSUER, encodeCodeBody } from "./code";
import { activeSigningKey } from "./key-ring";

/** The facts of an order that its code holds or is derived from. */
export type CodeFacts = {
  /** The row of `order`: where the check code is sealed to. */
  orderId: string;
  kindCode: string;
  /** The number of its kind, `order_kind.code_number`. */
  kindNumber: number;
  /** Its normalised number, `order.number_key`. */
  numberKey: string;
  issuedOn: CalendarDay;
  validUntil: CalendarDay;
  /** The value in whole pesos. */
  value: number;
  affiliateIdKind: string;
  /** The affiliate's ID, normalised and in the clear. */
  affiliateId: string;
};

/**
 * The signer of codes: `const sign = await orderSigner(grant)`, then `sign(facts)` for each order. It opens the
 * active key once, so that a thousand papers in one file cost one read. The grant must be the caja's: no other
 * database role may read the key. Each call makes a new code; whoever prints keeps the first one in
 * `order_code` and prints that one again.
 */
export async function orderSigner(grant: Grant<Permission>): Promise<(facts: CodeFacts) => SignedCode> {
  const key = await activeSigningKey(databaseFor(grant));
  return (facts) => {
    const codeId = randomBytes(8);
    const body = encodeCodeBody({
      issuer: CODE_ISSUER,
      keyId: key.id,
      kindNumber: facts.kindNumber,
      codeId,
      issuedOn: facts.issuedOn,
      validUntil: facts.validUntil,
      value: facts.value,
      holderTag: holderTag(facts.affiliateIdKind, facts.affiliateId, codeId),
    });
    if (!body) throw new RangeError(`order ${facts.orderId} has facts that no code holds`);
    const checkCode = checkCodeOf(randomBytes(8));
    return {
      codeId,
      keyId: key.id,
      code: Buffer.from(signCodeBody(body, key.privateKey)),
      checkCode,
      checkSealed: seal(checkCode, checkCodePlace(facts.orderId)),
      checkIndex: checkIndex(facts.kindCode, facts.numberKey, checkCode),
      tailIndex: tailIndex(codeId, tailOf(facts.affiliateId)),
    };
  };
}

/** The check code of a row of `order_code`, to print it again. */
export function openCheckCode(orderId: string, checkSealed: Uint8Array): string {
  return unseal(checkSealed, checkCodePlace(orderId));
}

function checkCodePlace(orderId: string): string {
  return `order_code.check:${orderId}`;
}

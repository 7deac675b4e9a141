import { randomInt, randomUUID } from "node:crypto";
import { saveDraft } from "@/domain/order/draft/save-draft";
import { DraftInput } from "@/domain/order/draft/schema";
import { issueOrder } from "@/domain/order/issue-order";
import { authorize, type CajaActor, type CajaRole } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import { browser, owner, someEmail } from "./account";

const letters = "ABCDEFGHJKMNPQRSTVWXYZ0123456789";
/** Begins with a letter that begins no other word before a number: "NO 4521" and "CC 1042" are read as numbers. */
export const someKindCode = () =>
  `K${Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join("")}`;

type KindChoice = {
  code?: string;
  partialUse?: boolean;
  claimFirst?: boolean;
  registersUse?: boolean;
  largestValue?: number;
  approvalFrom?: number | null;
  providerRule?: "open" | "bound" | "either";
  validityDays?: number;
};

/**
 * Creates an order kind for one test, and returns its code. The number that the kind gets is free in the
 * catalogue.
 */
export async function makeKind({
  code = someKindCode(),
  partialUse = false,
  claimFirst = false,
  registersUse = true,
  largestValue = 20_000_000,
  approvalFrom = null,
  providerRule = "either",
  validityDays = 30,
}: KindChoice = {}): Promise<string> {
  await owner.begin(async (transaction) => {
    await transaction`lock table order_kind in share row exclusive mode`;
    await transaction`insert into order_kind (code, name, code_number, validity_days, largest_value, approval_from,
        provider_rule, registers_use, claim_first, partial_use, position)
      select ${code}, ${`TIPO ${code}`}, (select n from generate_series(255, 1, -1) n
          where not exists (select from order_kind where code_number = n) limit 1),
        ${validityDays}, ${largestValue}, ${approvalFrom}, ${providerRule}, ${registersUse}, ${claimFirst},
        ${partialUse}, 900`;
  });
  return code;
}

/** Creates a caja account. */
export async function makeCajaPerson(role: CajaRole): Promise<CajaActor> {
  const email = someEmail();
  const name = `Persona ${randomUUID()}`;
  const [row] = await owner<{ id: string }[]>`insert into person (email, name, caja_role, password_hash)
    values (${email}, ${name}, ${role}, 'x') returning id`;
  if (!row) throw new Error("no person made");
  return { kind: "caja", role, personId: row.id, sessionId: randomUUID(), name, email };
}

/** Puts an order in review by a caja account. */
export async function putInReview(order: string): Promise<void> {
  const { personId } = await makeCajaPerson("officer");
  const [row] = await owner<{ outcome: string }[]>`
    select block_order(${order}, ${personId}, 'Se revisa en una prueba', 'x') as outcome`;
  if (row?.outcome !== "done") throw new Error(`not put in review: ${row?.outcome}`);
}

export type Typed = Record<string, string>;

/** The valid form of an order of this kind that starts today. */
export function typedOrder(kindCode: string, changes: Typed = {}): Typed {
  return {
    order: randomUUID(),
    affiliateIdKind: "CC",
    affiliateId: String(randomInt(1_000_000_000, 1_999_999_999)),
    affiliateName: "Ana Ñúñez",
    kindCode,
    value: "480.000",
    provider: "",
    concept: "Calzado",
    issuedOn: bogotaDay(new Date()),
    validUntil: "",
    office: "CAC Prado",
    ...changes,
  };
}

/** Creates a draft of this person, and returns its id. */
export async function makeDraft(actor: CajaActor, kindCode: string, changes: Typed = {}): Promise<string> {
  const input = DraftInput.parse(typedOrder(kindCode, changes));
  await saveDraft(authorize(actor, "order.issue"), input, browser());
  return input.order;
}

/** Issues an order of this person, and returns its id. */
export async function makeIssued(actor: CajaActor, kindCode: string, changes: Typed = {}): Promise<string> {
  const order = await makeDraft(actor, kindCode, changes);
  await issueOrder(
    authorize(actor, "order.issue"),
    { order, version: (await rowOf(order)).version },
    browser(),
  );
  return order;
}

/** The row of an order. */
export async function rowOf(id: string) {
  const [row] = await owner<
    {
      state: string;
      number: string | null;
      value: number;
      balance: number;
      version: string;
      replaced_by: string | null;
      approved_by: string | null;
      valid_until: string;
      issued_on: string;
    }[]
  >`select state, number, value::int, balance::int, caja_version(updated_at) as version, replaced_by, approved_by,
      valid_until::text, issued_on::text
    from "order" where id = ${id}`;
  if (!row) throw new Error("no such order");
  return row;
}

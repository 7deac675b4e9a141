import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type proofKinds, proofs } from "@/db/schema/proof";
import type { Grant } from "@/model/access";
import type { AnswerContent } from "@/model/proof";

type LookUpGrant = Grant<"order.look_up">;
type ProofKind = (typeof proofKinds)[number];

type Place = {
  kind_code: string;
  number: string | null;
  value: string | null;
  provider_name: string;
  provider_nit: string;
  provider_digit: number;
  person_name: string | null;
  branch_name: string | null;
  counter_name: string | null;
};
type AnswerRow = Place & {
  known: string | null;
  serial: string | null;
  at: string;
  asked_at: string;
  channel: AnswerContent["channel"];
  kind_name: string | null;
  outcome: AnswerContent["outcome"];
  outcome_now: AnswerContent["outcomeNow"];
  balance: string | null;
  result: NonNullable<AnswerContent["comparison"]>["result"] | null;
  compared_at: string | null;
  differing: NonNullable<AnswerContent["comparison"]>["differing"];
};
type UseRow = Place & {
  known: string | null;
  use_id: string;
  kind: "use" | "undo";
  serial: string;
  at: string;
  used_serial: string;
  used_at: string;
  amount: string;
  balance: string;
  invoice: string | null;
  given_at: string;
  kind_name: string;
};

const pesos = (text: string | null) => (text === null ? null : Number(text));

function placeOf(row: Place & { kind_name: string | null }) {
  return {
    provider: { name: row.provider_name, nit: `${row.provider_nit}-${row.provider_digit}` },
    person: row.person_name,
    branch: row.branch_name,
    counter: row.counter_name,
    order: {
      kindCode: row.kind_code,
      kindName: row.kind_name ?? row.kind_code,
      number: row.number,
      value: pesos(row.value),
    },
  };
}

/** A look-up of this provider as its proof says it, or the proof that was given before; null for others'. */
export async function findLookupToProve(db: Database, grant: LookUpGrant, lookupId: string) {
  const [row] = await db.execute<AnswerRow>(
    sql`select * from lookup_to_prove(${lookupId}::uuid, ${grant.actor.provider.id}::uuid)`,
  );
  if (!row) return null;
  return {
    ...placeOf(row),
    known: row.known,
    serial: Number(row.serial),
    at: new Date(row.at),
    askedAt: new Date(row.asked_at),
    channel: row.channel,
    outcome: row.outcome,
    outcomeNow: row.outcome_now,
    balance: pesos(row.balance),
    comparison:
      row.result === null || row.compared_at === null
        ? null
        : { result: row.result, at: new Date(row.compared_at), differing: row.differing },
  };
}

/** A use of this provider, or the entry against it, as its receipt says it; null for others'. */
export async function findUseToProve(db: Database, grant: LookUpGrant, useId: string) {
  const [row] = await db.execute<UseRow>(
    sql`select * from use_to_prove(${useId}::uuid, ${grant.actor.provider.id}::uuid)`,
  );
  if (!row) return null;
  return {
    ...placeOf(row),
    known: row.known,
    /** The entry's own id: of the use, or of what took it back. */
    useId: row.use_id,
    kind: row.kind,
    serial: Number(row.serial),
    at: new Date(row.at),
    used: { serial: Number(row.used_serial), at: new Date(row.used_at) },
    givenAt: new Date(row.given_at),
    amount: Number(row.amount),
    balance: Number(row.balance),
    invoice: row.invoice,
  };
}

export type NewProof = {
  kind: ProofKind;
  lookupId: string | null;
  useId: string | null;
  number: string;
  at: Date;
  content: string;
  keyId: number;
  signature: Buffer;
  ip: string;
};

/** Keeps it; answers the id of the one that stands, which may be an earlier one. */
export async function keepProof(db: Database, grant: LookUpGrant, proof: NewProof): Promise<string> {
  const { personId, provider } = grant.actor;
  const [row] = await db.execute<{ id: string | null }>(sql`select give_proof(
    ${proof.kind}, ${proof.lookupId}::uuid, ${proof.useId}::uuid, ${proof.number}, ${proof.at.toISOString()}::timestamptz,
    ${proof.content}, ${proof.keyId}, ${proof.signature}, ${personId}::uuid, ${provider.id}::uuid, ${proof.ip}) as id`);
  if (!row?.id) throw new Error("give_proof answered nothing");
  return row.id;
}

/** A proof of this provider; null for anybody else's. */
export async function findProof(db: Database, grant: LookUpGrant, id: string) {
  const [row] = await db
    .select({
      content: proofs.content,
      keyId: proofs.keyId,
      signature: proofs.signature,
      lookupId: proofs.lookupId,
      useId: proofs.useId,
    })
    .from(proofs)
    .where(and(eq(proofs.id, id), eq(proofs.providerId, grant.actor.provider.id)));
  return row ?? null;
}

/** A proof by its number, for the public page, which asks for its code too. */
export async function findProofByNumber(db: Database, number: string) {
  const [row] = await db.execute<{
    content: string;
    key_id: number;
    signature: Buffer;
    undone_at: string | null;
  }>(sql`select * from find_proof(${number})`);
  if (!row) return null;
  return {
    content: row.content,
    keyId: row.key_id,
    signature: row.signature,
    undoneAt: row.undone_at === null ? null : new Date(row.undone_at),
  };
}

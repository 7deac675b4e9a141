import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orderKinds } from "@/db/schema/order-kind";
import type { KindInput } from "@/domain/order-kind/schema";
import type { Grant } from "@/model/access";

/** `oldNames` stand on papers of this kind that are still about, the newest first. */
export type AskedKind = { code: string; name: string; oldNames: string[] };

/** The kinds that can be asked for, in the order of the form; last those out of use whose papers are still about. */
export async function listOrderKinds(db: Database): Promise<AskedKind[]> {
  const rows = await db.execute<AskedKind>(
    sql`select code, name, old_names as "oldNames" from kinds_to_ask_for()`,
  );
  return rows.map(({ code, name, oldNames }) => ({ code, name, oldNames }));
}

const rules = {
  code: orderKinds.code,
  name: orderKinds.name,
  numberPrefix: orderKinds.numberPrefix,
  numberLength: orderKinds.numberLength,
  coreDigitsOnly: orderKinds.coreDigitsOnly,
  coreShortest: orderKinds.coreShortest,
  coreLongest: orderKinds.coreLongest,
  validityDays: orderKinds.validityDays,
  validityUntil: orderKinds.validityUntil,
  toWorkingDay: orderKinds.toWorkingDay,
  largestValue: orderKinds.largestValue,
  approvalFrom: orderKinds.approvalFrom,
  providerRule: orderKinds.providerRule,
  shownFields: orderKinds.shownFields,
  registersUse: orderKinds.registersUse,
  claimFirst: orderKinds.claimFirst,
  partialUse: orderKinds.partialUse,
  position: orderKinds.position,
  active: orderKinds.active,
  version: sql<string>`caja_version(${orderKinds.updatedAt})`,
};

/** Every kind with its rules, those out of use too. */
export async function listKindRules(db: Database) {
  return db.select(rules).from(orderKinds).orderBy(asc(orderKinds.position), asc(orderKinds.code));
}
export type KindRules = Awaited<ReturnType<typeof listKindRules>>[number];

/** One kind with its rules, or null. */
export async function findKindRules(db: Database, code: string): Promise<KindRules | null> {
  const [row] = await db.select(rules).from(orderKinds).where(eq(orderKinds.code, code));
  return row ?? null;
}

/** "done", "changed" (somebody saved in between), "code_taken", "kinds_full" or "not_allowed". */
export async function saveOrderKind(
  db: Database,
  grant: Grant<"settings.edit">,
  { code, version, ...kind }: KindInput,
  ip: string,
): Promise<string> {
  const row = {
    name: kind.name,
    number_prefix: kind.numberPrefix,
    number_length: kind.numberLength,
    core_digits_only: kind.coreDigitsOnly,
    core_shortest: kind.coreShortest,
    core_longest: kind.coreLongest,
    validity_days: kind.validityDays,
    validity_until: kind.validityUntil,
    to_working_day: kind.toWorkingDay,
    largest_value: kind.largestValue,
    approval_from: kind.approvalFrom,
    provider_rule: kind.providerRule,
    shown_fields: kind.shownFields,
    registers_use: kind.registersUse,
    claim_first: kind.claimFirst,
    partial_use: kind.partialUse,
    position: kind.position,
    active: kind.active,
  };
  const [answer] = await db.execute<{ outcome: string }>(sql`select save_order_kind(
    ${grant.actor.personId}::uuid, ${code}, ${version}, ${JSON.stringify(row)}::text::jsonb, ${ip}) as outcome`);
  return answer?.outcome ?? "not_allowed";
}

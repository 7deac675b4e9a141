import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import { orderKinds } from "@/db/schema/order-kind";

/** `oldNames` are printed on papers of this kind that are still in use, newest first. */
export type LookupKind = { code: string; name: string; oldNames: string[] };

/** The kinds for look-ups, in the order of the form; last those out of use whose papers are still in use. */
export async function listOrderKinds(db: Database): Promise<LookupKind[]> {
  return call(db, "kinds_to_ask_for", {});
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

/** The codes of all kinds, including those out of use, whose papers still exist. */
export async function listKindCodes(db: Database): Promise<string[]> {
  const kinds = await db.select({ code: orderKinds.code }).from(orderKinds).orderBy(asc(orderKinds.code));
  return kinds.map(({ code }) => code);
}

/** One kind with its rules, or null. */
export async function findKindRules(db: Database, code: string): Promise<KindRules | null> {
  const [row] = await db.select(rules).from(orderKinds).where(eq(orderKinds.code, code));
  return row ?? null;
}

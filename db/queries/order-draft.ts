import { and, asc, desc, eq, gte, isNotNull, isNull, notInArray, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import { containing, wordsIn } from "@/db/like";
import { persons } from "@/db/schema/account";
import { auditEvents } from "@/db/schema/audit";
import { orders } from "@/db/schema/order";
import { orderKinds } from "@/db/schema/order-kind";
import { agreements } from "@/db/schema/provider";
import { permissionsOfRoles } from "@/model/access";
import { findKindRules } from "./order-kind";

const today = sql`bogota_today()`;

/** What the rules need to know: the kind as it is now, and the day it is in Bogotá. */
export async function findIssueFacts(db: Database, kindCode: string) {
  const [kind, day] = await Promise.all([findKindRules(db, kindCode), call(db, "bogota_today", {})]);
  return { kind, today: day };
}

/** Whether this NIT has a convenio that has not ended. */
export async function hasAgreement(db: Database, nit: string): Promise<boolean> {
  const found = await db
    .select({ nit: agreements.nit })
    .from(agreements)
    .where(and(eq(agreements.nit, nit), gte(agreements.endsOn, today)))
    .limit(1);
  return found.length > 0;
}

/** At most two NITs of companies with a convenio that has not ended, whose name has these words. */
export async function findNitsByName(db: Database, name: string): Promise<string[]> {
  const words = wordsIn(name).map(
    (word) => sql`plain_words(${agreements.legalName}) like ${containing(word)}`,
  );
  const found = await db
    .selectDistinct({ nit: agreements.nit })
    .from(agreements)
    .where(and(gte(agreements.endsOn, today), ...words))
    .limit(2);
  return found.map(({ nit }) => nit);
}

/** Businesses with a convenio that has not ended, by name. */
export async function listAgreementProviders(db: Database, limit: number) {
  return db
    .selectDistinct({
      nit: agreements.nit,
      checkDigit: agreements.checkDigit,
      legalName: agreements.legalName,
    })
    .from(agreements)
    .where(gte(agreements.endsOn, today))
    .orderBy(asc(agreements.legalName))
    .limit(limit);
}

/** The name by which the newest convenio of a NIT calls it, or null. */
export async function findAgreementName(db: Database, nit: string): Promise<string | null> {
  const [row] = await db
    .select({ legalName: agreements.legalName })
    .from(agreements)
    .where(eq(agreements.nit, nit))
    .orderBy(desc(agreements.endsOn))
    .limit(1);
  return row?.legalName ?? null;
}

/** The affiliate's name of an order, sealed to its row, or null. */
export async function findSealedName(db: Database, orderId: string): Promise<Buffer | null> {
  const [row] = await db
    .select({ name: orders.affiliateNameSealed })
    .from(orders)
    .where(eq(orders.id, orderId));
  return row?.name ?? null;
}

const draftColumns = {
  id: orders.id,
  kindName: orderKinds.name,
  value: orders.value,
  concept: orders.concept,
  drafter: persons.name,
  createdAt: orders.createdAt,
  approvalAskedAt: orders.approvalAskedAt,
};

/** This person's own drafts, newest first. */
export async function listOwnDrafts(db: Database, personId: string, limit: number) {
  return db
    .select(draftColumns)
    .from(orders)
    .innerJoin(orderKinds, eq(orderKinds.code, orders.kindCode))
    .innerJoin(persons, eq(persons.id, orders.draftedBy))
    .where(and(eq(orders.state, "draft"), eq(orders.draftedBy, personId)))
    .orderBy(desc(orders.createdAt))
    .limit(limit);
}

/** Drafts of persons who issue orders no more, oldest first, each with the version that is shown. */
export async function listLeftDrafts(db: Database, limit: number) {
  const issuing = permissionsOfRoles
    .filter(({ permission }) => permission === "order.issue")
    .map(({ role }) => role);
  return db
    .select({ ...draftColumns, version: sql<string>`caja_version(${orders.updatedAt})` })
    .from(orders)
    .innerJoin(orderKinds, eq(orderKinds.code, orders.kindCode))
    .innerJoin(persons, eq(persons.id, orders.draftedBy))
    .where(
      and(
        eq(orders.state, "draft"),
        or(
          isNotNull(persons.disabledAt),
          isNull(persons.cajaRole),
          notInArray(sql`${persons.cajaRole}`, issuing),
        ),
      ),
    )
    .orderBy(asc(orders.createdAt))
    .limit(limit);
}

/** Drafts that wait for a second person, oldest first; `mine` says that it must be somebody else. */
export async function listWaitingDrafts(db: Database, personId: string, limit: number) {
  return db
    .select({ ...draftColumns, mine: sql<boolean>`${orders.draftedBy} = ${personId}::uuid` })
    .from(orders)
    .innerJoin(orderKinds, eq(orderKinds.code, orders.kindCode))
    .innerJoin(persons, eq(persons.id, orders.draftedBy))
    .where(and(eq(orders.state, "draft"), isNotNull(orders.approvalAskedAt)))
    .orderBy(asc(orders.approvalAskedAt))
    .limit(limit);
}

/** Where this person issued last: the next order is likely from there too. */
export async function findLastOffice(db: Database, personId: string): Promise<string> {
  const [row] = await db
    .select({ office: orders.office })
    .from(orders)
    .where(eq(orders.draftedBy, personId))
    .orderBy(desc(orders.createdAt))
    .limit(1);
  return row?.office ?? "";
}

/** Why and by whom a draft was sent back, or null. */
export async function findSendBack(db: Database, orderId: string) {
  const [row] = await db
    .select({
      reason: sql<string>`${auditEvents.detail} ->> 'reason'`,
      by: persons.name,
      at: auditEvents.at,
    })
    .from(auditEvents)
    .innerJoin(persons, eq(persons.id, auditEvents.actorId))
    .where(
      and(
        eq(auditEvents.subjectKind, "order"),
        eq(auditEvents.subjectId, orderId),
        eq(auditEvents.action, "order.sent_back"),
      ),
    )
    .orderBy(desc(auditEvents.seq))
    .limit(1);
  return row ?? null;
}

import { asc, eq, ilike, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { containing, nitPatterns } from "@/db/like";
import { providers } from "@/db/schema/provider";
import type { OutboxMessage } from "@/model/notify";

const columns = {
  id: providers.id,
  nit: providers.nit,
  checkDigit: providers.checkDigit,
  legalName: providers.legalName,
  address: providers.address,
  phone: providers.phone,
  createdAt: providers.createdAt,
  approvedAt: providers.approvedAt,
  suspendedAt: providers.suspendedAt,
  suspensionReason: providers.suspensionReason,
};

/** Providers by name, one more than `limit` when there are more. */
export function listProviders(db: Database, search: string, limit: number, offset: number) {
  return db
    .select(columns)
    .from(providers)
    .where(search ? matches(search) : undefined)
    .orderBy(asc(providers.legalName), asc(providers.id))
    .limit(limit + 1)
    .offset(offset);
}

export async function findProvider(db: Database, id: string) {
  const [row] = await db.select(columns).from(providers).where(eq(providers.id, id));
  return row ?? null;
}

/** Suspends a provider, or lets it work again. */
export async function setStanding(
  db: Database,
  input: {
    providerId: string;
    actorId: string;
    suspend: boolean;
    reason: string;
    /** What the provider's page had shown (db/queries/seen.ts). */
    seen: string | null;
    mails: OutboxMessage[];
    ip: string;
  },
): Promise<string> {
  const mails = input.mails.map(({ eventKey, messageId, content }) => ({
    event_key: eventKey,
    message_id: messageId,
    content: content.toString("base64"),
  }));
  const [row] = await db.execute<{ outcome: string }>(sql`select set_provider_standing(
    ${input.providerId}::uuid, ${input.actorId}::uuid, ${input.suspend}, ${input.reason}, ${JSON.stringify(mails)}::jsonb,
    ${input.ip}, ${input.seen}::text::jsonb) as outcome`);
  return row?.outcome ?? "provider_not_found";
}

function matches(search: string): SQL | undefined {
  const nits = nitPatterns(search).map((pattern) => ilike(providers.nit, pattern));
  return or(ilike(providers.legalName, containing(search)), ...nits);
}

import { and, desc, eq, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import { persons } from "@/db/schema/account";
import { bankAccounts } from "@/db/schema/bank-account";
import { requests } from "@/db/schema/request";
import { type OwnGrant, ownOf } from "./provider-own";

const proposer = alias(persons, "proposer");
const decider = alias(persons, "decider");
const shown = {
  id: bankAccounts.id,
  bank: bankAccounts.bank,
  kind: bankAccounts.kind,
  lastFour: bankAccounts.lastFour,
  state: bankAccounts.state,
};

/** An account without its number. */
export type ShownAccount = Pick<
  typeof bankAccounts.$inferSelect,
  "id" | "bank" | "kind" | "lastFour" | "state"
>;

/** The account that a provider is paid into; null when it has none. */
export async function findCurrentAccount(db: Database, provider: string): Promise<ShownAccount | null> {
  const [row] = await db
    .select(shown)
    .from(bankAccounts)
    .where(and(eq(bankAccounts.providerId, provider), eq(bankAccounts.state, "current")));
  return row ?? null;
}

/** The account that came with a request; null when none did. */
export async function findRequestAccount(db: Database, request: string): Promise<ShownAccount | null> {
  const [row] = await db
    .select(shown)
    .from(bankAccounts)
    .where(eq(bankAccounts.requestId, request))
    .orderBy(desc(bankAccounts.proposedAt));
  return row ?? null;
}

/** The account that the provider is paid into, or the one that came with a request of its own. */
export async function findOwnAccount(
  db: Database,
  grant: OwnGrant,
  request: string | null,
): Promise<ShownAccount | null> {
  return (await call(db, "own_account", { ...ownOf(grant), request })) as ShownAccount | null;
}

/** Accounts of a provider, the newest first, with who proposed and who decided; not those that wait in a request. */
export function listAccounts(db: Database, provider: string) {
  return db
    .select({
      ...shown,
      proposedAt: bankAccounts.proposedAt,
      proposedBy: proposer.name,
      proposerId: bankAccounts.proposedBy,
      reason: bankAccounts.reason,
      decidedAt: bankAccounts.decidedAt,
      decidedBy: decider.name,
      decision: bankAccounts.decision,
      filingNumber: requests.filingNumber,
    })
    .from(bankAccounts)
    .innerJoin(proposer, eq(proposer.id, bankAccounts.proposedBy))
    .leftJoin(decider, eq(decider.id, bankAccounts.decidedBy))
    .leftJoin(requests, eq(requests.id, bankAccounts.requestId))
    .where(
      and(
        eq(bankAccounts.providerId, provider),
        or(
          ...(["proposed", "current", "replaced", "refused"] as const).map((state) =>
            eq(bankAccounts.state, state),
          ),
        ),
      ),
    )
    .orderBy(desc(bankAccounts.proposedAt));
}

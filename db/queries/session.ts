import type { Database } from "@/db/client";
import { type Answer, type Args, call } from "@/db/contract/call";
import type { Actor } from "@/model/access";
import type { Counter } from "./branch";
import { type FoundLookup, foundLookup, type LookupRow } from "./lookup";

/** What a page needs beside who holds the session, read in the same statement. */
export type PageRead = {
  actor: Actor | null;
  /** The counter that the device says it is, when it is an open one of the actor's provider. */
  counter: Counter | null;
  /** The question of the page's address, when it is the provider's own. */
  lookup: FoundLookup | null;
  /** Whether the actor proved who they are within the last minutes. */
  proven: boolean;
};

/** Who holds this session now, with the device's counter and the page's look-up: one round trip. */
export async function findSessionPage(db: Database, wanted: Args<"read_page">): Promise<PageRead> {
  const row = await call(db, "read_page", wanted);
  if (!row) return { actor: null, counter: null, lookup: null, proven: false };
  const { counterId: id, counterName: name, counterBranch: branch } = row;
  return {
    actor: actorOf(row),
    counter: id && name && branch ? { id, name, branch } : null,
    lookup: wanted.lookup && hasLookup(row) ? foundLookup(wanted.lookup, row) : null,
    proven: row.proven,
  };
}

/** With a look-up its columns are those of the two functions that read one; without it they are all empty. */
function hasLookup(row: Empty<LookupRow>): row is LookupRow {
  return row.askedAt !== null;
}

type Empty<Row> = { [Column in keyof Row]: Row[Column] | null };

/** Who holds this session now; null when it is closed, timed out or its person may no longer enter. */
export async function findSessionActor(db: Database, tokenHash: Buffer): Promise<Actor | null> {
  const row = await call(db, "session_actor", { tokenHash });
  return row && actorOf(row);
}

type SessionRow = Omit<NonNullable<Answer<"session_actor">>, "endsAt" | "proven"> & {
  /** Only a page's read knows devices on which nobody is. */
  named?: boolean;
};

function actorOf(row: SessionRow): Actor | null {
  const { personId, sessionId, personName: name, email, cajaRole } = row;
  const person = { personId, sessionId, name, email };
  if (cajaRole) return { ...person, kind: "caja", role: cajaRole };
  const { providerId, providerRole, providerNit, providerName } = row;
  if (!providerId || !providerRole || !providerNit || !providerName) return null;
  return {
    ...person,
    kind: "provider",
    role: providerRole,
    provider: {
      id: providerId,
      nit: providerNit,
      checkDigit: row.providerCheckDigit ?? 0,
      legalName: providerName,
      suspended: row.providerSuspended,
      applications: row.applications,
      opensLookUp: row.opensLookUp,
    },
    // Who is named by a PIN works for the provider of the device.
    ownProviders: row.deviceId
      ? [{ id: providerId, legalName: providerName }]
      : row.ownProviders.map((id, at) => ({ id, legalName: row.ownNames[at] ?? "" })),
    ...(row.deviceId && { pairedDevice: { id: row.deviceId, isNamed: row.named !== false } }),
  };
}

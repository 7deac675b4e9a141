import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

export type NotedRefusal = {
  action: "access.denied" | "origin.refused" | "session.throttled";
  actorId: string | null;
  providerId: string | null;
  subject: { kind: "permission" | "page" | "person"; id: string };
  ip: string;
  /** The address as limits count it. */
  network: string;
  detail?: Record<string, string>;
};

/** Writes down that somebody was turned away; of one person or network at most 20 an hour. */
export async function noteRefusal(db: Database, refusal: NotedRefusal): Promise<void> {
  const { action, actorId, providerId, subject, ip, network, detail = {} } = refusal;
  await db.execute(sql`select note_refusal(${action}, ${actorId}::uuid, ${providerId}::uuid, ${subject.kind},
    ${subject.id}, ${ip}, ${network}, ${JSON.stringify(detail)}::text::jsonb)`);
}

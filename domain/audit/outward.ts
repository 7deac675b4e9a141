import { z } from "zod";
import { type AuditEventLine, shortDigestOf } from "./chain";

const Event = z.object({
  at: z.string(),
  action: z.string(),
  actor: z.string().nullable(),
  provider: z.string().nullable(),
  subject_kind: z.string(),
  subject: z.string(),
  channel: z.string(),
});

export type OutwardEvent = { seq: number; at: string; action: string; text: string };

/** A subject is an id, a radicado, a folio or a code; anything else might be what a person typed. */
const CODE = /^[\w.:-]{1,64}$/;

/**
 * An event of the log as it leaves the system: who did what to which record, by their ids. The address and the detail,
 * which can hold a reason in words, stay; the digest is the one of the heads, so that a line that was kept elsewhere
 * proves what the event was.
 */
export function outward({ seq, line }: AuditEventLine): OutwardEvent {
  const { at, action, actor, provider, subject_kind, subject, channel } = Event.parse(JSON.parse(line));
  const text = JSON.stringify({
    event: "audit",
    seq,
    at,
    action,
    actor,
    provider,
    subject: `${subject_kind} ${CODE.test(subject) ? subject : "-"}`,
    channel,
    digest: shortDigestOf(line),
  });
  return { seq, at, action, text };
}

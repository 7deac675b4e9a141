import { randomUUID } from "node:crypto";
import { z } from "zod";
import { seal, unseal } from "@/lib/crypto/seal";
import { env } from "@/lib/env";
import type { Channel, OutboxMessage, Recipient } from "@/model/notify";
import type { Notice } from "./channel";
import { channels } from "./channels";
import { type Event, events } from "./events";

/** An encrypted message of the outbox. */
export type Message = Notice & { channel: Channel; to: string };

/**
 * The outbox rows of an event: one for each recipient and each of its channels by which it can be reached.
 * @param id id of the event ("<request>:approved"), which makes queueing idempotent
 */
export function composeNotices(
  event: Event,
  id: string,
  recipients: readonly Recipient[],
  notice: Notice,
): OutboxMessage[] {
  return recipients.flatMap((recipient, at) =>
    events[event].flatMap((channel) => {
      const to = channels[channel].addressOf(recipient);
      const key = channel === "mail" ? `${event}:${id}:${at}` : `${event}:${id}:${at}:${channel}`;
      return to === null ? [] : [compose(key, { ...notice, channel, to })];
    }),
  );
}

/** The one outbox row of an event that goes to an e-mail address, whoever may read it. */
export function composeMail(event: Event, id: string, mail: Notice & { to: string }): OutboxMessage {
  return compose(`${event}:${id}`, { ...mail, channel: "mail" });
}

/** Encrypts a message for the outbox. One key is one row with one stable id, however often it is queued. */
function compose(eventKey: string, { channel, to, subject, text }: Message): OutboxMessage {
  return {
    eventKey,
    messageId: `<${randomUUID()}@${ownHost()}>`,
    content: seal(JSON.stringify({ channel, to, subject, text }), placeOf(eventKey)),
  };
}

// Rows that earlier versions queued name no channel: there was one.
const MessageSchema = z.object({
  channel: z.enum(Object.keys(channels) as [Channel, ...Channel[]]).default("mail"),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
});

/** Decrypts the message of an outbox row. @throws when it was encrypted for another event */
export function openMessage(eventKey: string, content: Uint8Array): Message {
  return MessageSchema.parse(JSON.parse(unseal(content, placeOf(eventKey))));
}

function placeOf(eventKey: string): string {
  return `mail.content:${eventKey}`;
}

function ownHost(): string {
  const url = env().PUBLIC_URL;
  return url ? new URL(url).hostname : "localhost";
}

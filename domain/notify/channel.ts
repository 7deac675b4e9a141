import type { Recipient } from "@/model/notify";

/** A notification in the length of the longest channel. */
export type Notice = { subject: string; text: string };

/** Delivers the messages of one channel. */
export type Sender = {
  /** @param messageId the same for every attempt, so that the server can detect duplicates */
  send: (message: Notice & { to: string }, messageId: string) => Promise<void>;
  /** True when the server rejected the message; false when it was unreachable. */
  isRejection: (error: unknown) => boolean;
  close: () => void;
};

/** How one channel addresses a person, shows an address, and begins to send. */
export type ChannelKind = {
  /** The recipient's address on this channel; null when there is none. */
  addressOf: (recipient: Recipient) => string | null;
  /** The masked address, for the list of undeliverable messages. */
  masked: (address: string) => string;
  /** Opens the connection to the channel's server; null when none is configured. */
  open: () => Sender | null;
};

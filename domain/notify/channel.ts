import type { Recipient } from "@/model/notify";

/** A notification, as long as the longest channel can carry it. */
export type Notice = { subject: string; text: string };

/** Delivers the messages of one channel. */
export type Sender = {
  /** @param messageId stays the same however often the message is sent, so that the far end can tell */
  send: (message: Notice & { to: string }, messageId: string) => Promise<void>;
  /** True when the far end read the message and said no; false when nobody could be reached. */
  isRejection: (error: unknown) => boolean;
  close: () => void;
};

/** How one channel addresses a person, shows an address, and begins to send. */
export type ChannelKind = {
  /** The recipient's address on this channel; null when there is none. */
  addressOf: (recipient: Recipient) => string | null;
  /** The address as those may see it who look after lost messages. */
  masked: (address: string) => string;
  /** Opens the connection to the channel's server; null when none is configured. */
  open: () => Sender | null;
};

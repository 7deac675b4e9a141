import type { Recipient } from "@/model/notify";

/** What a person is told, in the words of the longest channel. */
export type Notice = { subject: string; text: string };

/** Something that takes messages of one channel to where they go. */
export type Sender = {
  /** @param messageId stays the same however often the message is sent, so that the far end can tell */
  send: (message: Notice & { to: string }, messageId: string) => Promise<void>;
  /** True when the far end read the message and said no; false when nobody could be reached. */
  isRefusal: (error: unknown) => boolean;
  close: () => void;
};

/** How one channel addresses a person, shows an address, and begins to send. */
export type ChannelKind = {
  /** Null when the person cannot be reached this way. */
  addressOf: (recipient: Recipient) => string | null;
  /** The address as those may see it who look after lost messages. */
  masked: (address: string) => string;
  /** Null when no server of this channel is set. */
  open: () => Sender | null;
};

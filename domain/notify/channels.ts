import type { Channel } from "@/model/notify";
import type { ChannelKind } from "./channel";
import { mailChannel } from "./mail-channel";

/** Every channel. A new one is its name in `model/notify.ts`, a file like `mail-channel.ts` and its line here. */
export const channels: Record<Channel, ChannelKind> = { mail: mailChannel };

import type { DeskLinks } from "@/domain/notify/links";
import { publicAddress } from "@/lib/mail/address";

/** Targets of the links in mails to the caja's people, which a background job composes. */
export const deskLinks: DeskLinks = {
  waiting: () => publicAddress("/admin"),
  ownNotices: () => publicAddress("/admin/avisos"),
};

import type { DeskLinks, MailLinks } from "@/domain/notify/links";
import { publicAddress } from "@/lib/mail/address";

/** Targets of the links in mails that a background job composes: to the caja's people, and of documents to renew. */
export const deskLinks: DeskLinks & Pick<MailLinks, "applications"> = {
  applications: () => publicAddress("/aplicaciones"),
  waiting: () => publicAddress("/admin"),
  ownNotices: () => publicAddress("/admin/avisos"),
};

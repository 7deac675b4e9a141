import "server-only";
import type { OwnerEmails } from "@/domain/provider/owner";
import { messagesIn } from "@/messages";
import { mailTexts } from "./emails";
import type { MailLinks } from "./links";

/** What a new owner and the people of the company are told, in Spanish. */
export async function ownerEmails(links: MailLinks) {
  const { portal, signature } = await mailTexts("es-CO");
  const { emails } = messagesIn("es-CO").admin.providers;
  const named: OwnerEmails = ({ company, name, token }) => ({
    invite: {
      subject: emails.owner(company),
      text: emails.ownerText(company, name, links.invitation(token), portal, signature),
    },
    team: {
      subject: emails.ownerNamed(company),
      text: emails.ownerNamedText(company, name, portal, signature),
    },
  });
  return {
    named,
    withdrawn: (company: string) => ({
      subject: emails.ownerWithdrawn(company),
      text: emails.ownerWithdrawnText(company, signature),
    }),
    changed: (company: string, name: string) => ({
      subject: emails.ownerChanged(company),
      text: emails.ownerChangedText(company, name, portal, signature),
    }),
  };
}

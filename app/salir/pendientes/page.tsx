import type { Metadata } from "next";
import { LeaveChoices } from "@/app/_offline/leave-choices";
import { requireGrant } from "@/app/_server/auth/session";
import { Page } from "@/components/layout/page";
import { currentMessages } from "@/messages";

export async function generateMetadata(): Promise<Metadata> {
  const { offline } = await currentMessages();
  return { title: offline.leave.title };
}

/** Asks before signing out while offline scans still wait for their answer. */
export default async function LeavePage() {
  await requireGrant("order.look_up");
  const { offline } = await currentMessages();
  const { title, ...texts } = offline.leave;
  return (
    <Page title={title} back={{ href: "/consultar", label: texts.back }}>
      <LeaveChoices texts={texts} />
    </Page>
  );
}

import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireFactorSession, stepBefore } from "@/app/(cuenta)/_factor/session";
import { PinForm } from "@/app/(cuenta)/cuenta/_account/pin-form";
import { Page } from "@/components/layout/page";
import { readOwnPin } from "@/domain/branch/pin";
import { currentMessages } from "@/messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentMessages()).places.pin.title };
}

const HERE = "/cuenta/pin";

/** A provider's person sets the PIN by which they are named on paired devices. */
export default async function PinPage() {
  const { token, session } = await requireFactorSession(HERE);
  if (session.waits || !session.proven) redirect(stepBefore(session, HERE));
  const [pin, { places, ownAccount }] = await Promise.all([readOwnPin(token), currentMessages()]);
  if (!pin?.isProvider) redirect("/cuenta");
  return (
    <Page title={places.pin.title} back={{ href: "/cuenta", label: ownAccount.email.back }}>
      <p>{places.pin.lead}</p>
      <p>{places.pin.states[pin.state]}</p>
      <PinForm />
    </Page>
  );
}

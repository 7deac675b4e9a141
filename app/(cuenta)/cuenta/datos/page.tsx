import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireFactorSession, stepBefore } from "@/app/(cuenta)/_factor/session";
import { ProfileForm } from "@/app/(cuenta)/cuenta/_account/profile-form";
import { Page } from "@/components/layout/page";
import { readOwnProfile } from "@/domain/own-account/profile";
import { formatPhone } from "@/lib/format/telephone";
import { currentMessages } from "@/messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentMessages()).ownAccount.profile.title };
}

const HERE = "/cuenta/datos";

/** A signed-in person corrects their name and mobile. */
export default async function ProfilePage() {
  const { token, session } = await requireFactorSession(HERE);
  if (session.waits || !session.proven) redirect(stepBefore(session, HERE));
  const [profile, { ownAccount: t }] = await Promise.all([readOwnProfile(token), currentMessages()]);
  return (
    <Page title={t.profile.title} back={{ href: "/cuenta", label: t.email.back }}>
      <p>{t.profile.lead}</p>
      <ProfileForm
        known={{ name: session.personName, mobile: profile?.mobile ? formatPhone(profile.mobile) : "" }}
      />
    </Page>
  );
}

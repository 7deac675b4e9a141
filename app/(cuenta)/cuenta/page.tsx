import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireFactorSession, stepBefore } from "@/app/(cuenta)/_factor/session";
import { SessionsSection } from "@/app/(cuenta)/cuenta/_account/sessions-section";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { Done } from "@/components/ui/done";
import { SummaryList } from "@/components/ui/summary-list";
import { Unbroken } from "@/components/ui/unbroken";
import { readOwnPin } from "@/domain/branch/pin";
import { readOwnProfile } from "@/domain/own-account/profile";
import { timeOfDay } from "@/lib/format/date";
import { formatPhone } from "@/lib/format/telephone";
import { pathWith } from "@/lib/http/query";
import { soundIsOn } from "@/lib/sound";
import { currentLanguage, currentMessages } from "@/messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentMessages()).ownAccount.title };
}

/**
 * Everybody's own account: who they are, what this device is set to, their password and factor, and the devices on
 * which they are signed in.
 */
export default async function OwnAccountPage({
  searchParams,
}: {
  searchParams: Promise<{ hecho?: string | string[] }>;
}) {
  const { token, session } = await requireFactorSession("/cuenta");
  if (session.waits) redirect(stepBefore(session, "/cuenta"));
  const [profile, pin, { hecho }, { ownAccount: t, places }, language, sound] = await Promise.all([
    readOwnProfile(token),
    readOwnPin(token),
    searchParams,
    currentMessages(),
    currentLanguage(),
    soundIsOn(),
  ]);
  const done = typeof hecho === "string" && hecho in t.done ? t.done[hecho as keyof typeof t.done] : null;
  const { who } = t;
  const change = (label: string, href: string) => ({ href, label: who.change, hidden: who.the(label) });
  const other = language === "en" ? "es-CO" : "en";
  return (
    <Page title={t.title}>
      {done ? <Done>{done}</Done> : null}
      {profile?.emailChangeUntil ? (
        <p role="status">{who.emailWaits(timeOfDay(profile.emailChangeUntil, language))}</p>
      ) : null}
      <SummaryList
        rows={[
          { label: who.name, value: session.personName, action: change(who.name, "/cuenta/datos") },
          {
            label: who.email,
            value: <Unbroken text={session.email} />,
            action: change(who.email, "/cuenta/correo"),
          },
          {
            label: who.mobile,
            value: profile?.mobile ? formatPhone(profile.mobile) : who.none,
            action: change(who.mobile, "/cuenta/datos"),
          },
          ...(pin?.isProvider
            ? [
                {
                  label: places.pin.title,
                  value: places.pin.states[pin.state],
                  action: change(places.pin.title, "/cuenta/pin"),
                },
              ]
            : []),
          {
            label: who.language,
            value: who.languageNow,
            action: change(who.language, pathWith("/idioma", { a: other, volver: "/cuenta" })),
          },
          {
            label: who.sound,
            value: sound ? who.soundOn : who.soundOff,
            action: change(who.sound, pathWith("/sonido", { a: sound ? "no" : "si", volver: "/cuenta" })),
          },
        ]}
      />
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/cuenta/contrasena" variant="outline">
          {t.password.title}
        </ButtonLink>
        <ButtonLink href="/cuenta/seguridad" variant="outline">
          {t.factor}
        </ButtonLink>
      </div>
      <SessionsSection token={token} />
    </Page>
  );
}

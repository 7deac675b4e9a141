import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { Done } from "@/components/ui/done";
import { databaseFor } from "@/db/client";
import { findCajaProfile, findCurrentPolicy } from "@/db/queries/caja";
import { findCajaVersion, findImportMaxAge } from "@/db/queries/caja-settings";
import { currentMessages } from "@/messages";
import { can } from "@/model/access";
import { ReadOnly } from "../read-only";
import { CajaForm } from "./caja-form";

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.settings.title };
}

async function CajaPage({ searchParams }: { searchParams: Promise<{ guardado?: string }> }) {
  const grant = await requireGrant("settings.read");
  const db = databaseFor(grant);
  // The version is read first, so that a concurrent save is detected and not overwritten.
  const version = await findCajaVersion(db);
  const [profile, policy, maxAge, { guardado }, { admin }] = await Promise.all([
    findCajaProfile(db),
    findCurrentPolicy(db),
    findImportMaxAge(db),
    searchParams,
    currentMessages(),
  ]);
  const { title, intro, saved } = admin.settings;
  const known = {
    ...profile,
    otherPhone: profile?.otherPhone ?? "",
    shortName: profile?.shortName ?? "",
    policy: policy?.text ?? "",
    importMaxAgeHours: String(maxAge ?? 24),
    version,
  };
  return (
    <Page title={title} back={{ href: "/admin/ajustes", label: admin.keys.back }} width="admin">
      {guardado ? <Done>{saved}</Done> : null}
      <p>{intro}</p>
      <ReadOnly when={!can(grant.actor, "settings.edit")}>
        <CajaForm key={version} known={known} />
      </ReadOnly>
    </Page>
  );
}

export default unlessDown(CajaPage);

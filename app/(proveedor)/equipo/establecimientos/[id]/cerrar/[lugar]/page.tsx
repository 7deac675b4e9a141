import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { closePlaceAction } from "@/app/(proveedor)/equipo/place-actions";
import { OneButtonForm } from "@/components/form/one-button-form";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { databaseFor } from "@/db/client";
import { listOpenBranches } from "@/db/queries/branch";
import { currentMessages } from "@/messages";

type Props = { params: Promise<{ id: string; lugar: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { places } = await currentMessages();
  return { title: places.close };
}

/** Asks for confirmation before a place is closed for good. */
export default async function ClosePage({ params }: Props) {
  const grant = await requireGrant("team.manage");
  const [{ id, lugar }, branches, { places: t }] = await Promise.all([
    params,
    listOpenBranches(databaseFor(grant), grant),
    currentMessages(),
  ]);
  const branch = branches.find((known) => known.id === id);
  const place = lugar === id ? branch : branch?.counters.find((counter) => counter.id === lugar);
  if (!place) redirect("/equipo#establecimientos");
  const back = `/equipo/establecimientos/${id}`;
  return (
    <Page title={t.closeTitle(place.name)} back={{ href: back, label: branch?.name ?? t.back }}>
      <p>{place === branch ? t.closeBranchText : t.closeCounterText}</p>
      <OneButtonForm action={closePlaceAction} hidden={{ place: lugar, branch: id }} label={t.closeConfirm} />
      <ButtonLink href={back} variant="outline">
        {t.keep}
      </ButtonLink>
    </Page>
  );
}

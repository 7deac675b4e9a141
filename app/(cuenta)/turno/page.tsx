import type { Metadata } from "next";
import Link from "next/link";
import { ForgetLeft } from "@/app/_offline/forget-left";
import { pairedToken } from "@/app/_server/auth/paired-device";
import { currentActor } from "@/app/_server/auth/session";
import { NotTaken } from "@/components/form/not-taken";
import { Page } from "@/components/layout/page";
import { listDevicePeople } from "@/domain/branch/pin";
import { ownPath } from "@/lib/http/own-path";
import { pathWith } from "@/lib/http/query";
import { currentMessages } from "@/messages";
import { TurnForm } from "./turn-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentMessages()).places.turn.title };
}

/** On a paired device: who serves, by name and PIN. */
export default async function TurnPage({
  searchParams,
}: {
  searchParams: Promise<{
    volver?: string | string[];
    motivo?: string | string[];
    salida?: string | string[];
  }>;
}) {
  const [{ volver, motivo, salida }, paired, { places }, actor] = await Promise.all([
    searchParams,
    pairedToken(),
    currentMessages(),
    currentActor(),
  ]);
  const t = places.turn;
  const back = typeof volver === "string" ? ownPath(volver) : null;
  const people = paired ? await listDevicePeople(paired) : [];
  const isPaired = actor?.kind === "provider" && actor.pairedDevice !== undefined;
  return (
    <Page title={t.title} back={isPaired ? { href: "/consultar", label: places.device.lookUp } : undefined}>
      <p>
        {people.length > 0 ? t.lead : paired ? t.empty : t.notPaired}{" "}
        {motivo === "envio" ? t.typedWaits : null}
      </p>
      {back && motivo === "envio" ? <NotTaken from={back} /> : null}
      {salida ? <ForgetLeft /> : null}
      {people.length > 0 ? (
        <TurnForm
          back={back}
          people={people.map(({ personId, name }) => ({ value: personId, label: name }))}
        />
      ) : null}
      <p>
        <Link
          className="inline-flex min-h-11 items-center"
          href={pathWith("/ingresar", { volver: back ?? "" })}
          prefetch={false}
        >
          {t.password}
        </Link>
      </p>
    </Page>
  );
}

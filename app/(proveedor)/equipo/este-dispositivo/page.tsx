import type { Metadata } from "next";
import { currentCounter } from "@/app/_server/auth/counter";
import { requireGrant } from "@/app/_server/auth/session";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { Done } from "@/components/ui/done";
import { Empty } from "@/components/ui/empty";
import { databaseFor } from "@/db/client";
import { listOpenBranches } from "@/db/queries/branch";
import { currentMessages } from "@/messages";
import { authorize, can } from "@/model/access";
import { DeviceForm } from "./device-form";
import { PairSection } from "./pair-section";

export async function generateMetadata(): Promise<Metadata> {
  const { places } = await currentMessages();
  return { title: places.device.title };
}

/** Every role may choose the counter: the person who works at it knows which one it is. */
export default async function DevicePage({
  searchParams,
}: {
  searchParams: Promise<{ hecho?: string | string[] }>;
}) {
  const { hecho } = await searchParams;
  const grant = await requireGrant("counter.work");
  const [branches, counter, { places }] = await Promise.all([
    listOpenBranches(databaseFor(grant), grant),
    currentCounter(grant.actor),
    currentMessages(),
  ]);
  const t = places.device;
  const isOwner = can(grant.actor, "team.manage");
  const choices = branches.flatMap((branch) =>
    branch.counters.map(({ id, name }) => ({ value: id, label: t.choice(name, branch.name) })),
  );
  return (
    <Page title={t.title} back={isOwner ? { href: "/equipo", label: places.back } : undefined}>
      {hecho === "emparejado" ? <Done>{places.paired.done.emparejado}</Done> : null}
      {choices.length === 0 ? (
        <Empty
          title={t.empty}
          action={
            isOwner ? (
              <ButtonLink href="/equipo" variant="outline">
                {t.toTeam}
              </ButtonLink>
            ) : undefined
          }
        >
          <p>{isOwner ? t.emptyOwner : t.emptyOther}</p>
        </Empty>
      ) : (
        <>
          <p>{t.lead}</p>
          <p role="status">
            <b>{counter ? t.now(counter.name, counter.branch) : t.nowNone}</b>
          </p>
          <DeviceForm
            choices={[...choices, { value: "", label: t.none, hint: t.noneHint }]}
            chosen={counter?.id ?? ""}
          />
        </>
      )}
      {isOwner && choices.length > 0 ? (
        <PairSection grant={authorize(grant.actor, "team.manage")} counter={counter} />
      ) : null}
    </Page>
  );
}

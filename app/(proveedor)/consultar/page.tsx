import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import type { FormValues } from "@/components/form/form-state";
import { Page } from "@/components/layout/page";
import { CodeIcon } from "@/components/ui/icons";
import { Note, noteClass } from "@/components/ui/note";
import { currentCaja } from "@/domain/caja/profile";
import { numberAgain, readLookup } from "@/domain/lookup/read-lookup";
import { currentNumberShapes, currentOrderKinds } from "@/domain/order-kind/cached-kinds";
import { isUuid } from "@/lib/http/uuid";
import { currentMessages } from "@/messages";
import { unnamedDevice } from "@/model/access";
import { pauseTexts } from "../pause-text";
import { LookUpForm } from "./look-up-form";
import { ScanLink } from "./scan-link";
import { Today } from "./today";

export async function generateMetadata(): Promise<Metadata> {
  const { counter } = await currentMessages();
  return { title: counter.title };
}

export default async function LookUpPage({ searchParams }: { searchParams: Promise<{ de?: string }> }) {
  const grant = await requireGrant("order.look_up");
  if (!grant.actor.provider.opensLookUp) redirect("/aplicaciones");
  const [{ counter, common, practice, requests, scan }, caja, kinds, shapes, { de }, { pause, coming }] =
    await Promise.all([
      currentMessages(),
      currentCaja(),
      currentOrderKinds(),
      currentNumberShapes(),
      searchParams,
      pauseTexts(grant),
    ]);
  const shapeWords = kinds.flatMap(({ code, name }) => {
    const shape = shapes.get(code);
    return shape ? [counter.numbersAre(name, shape)] : [];
  });
  const earlier = de && isUuid(de) ? await readLookup(grant, de) : null;
  const typed: FormValues = earlier
    ? {
        idNumber: earlier.idTyped ?? "",
        kindCode: earlier.kindCode,
        number: numberAgain(earlier),
      }
    : {};
  return (
    <Page title={counter.title} width="counter">
      {pause ? (
        <Note title={counter.pausedNote}>
          <p>{pause}</p>
          <p>{counter.pausedCall(caja.name, caja.phone, caja.hours)}</p>
        </Note>
      ) : null}
      {coming ? (
        <Note title={requests.launcher.suspensionTitle}>
          <p>{coming}</p>
          <p>{counter.pausedCall(caja.name, caja.phone, caja.hours)}</p>
        </Note>
      ) : null}
      <ScanLink>
        <CodeIcon />
        {scan.door}
      </ScanLink>
      <LookUpForm
        shapes={shapeWords.join(" ")}
        kinds={kinds.map((kind) => ({ value: kind.code, label: common.kindChoice(kind) }))}
        typed={typed}
      >
        {unnamedDevice(grant.actor) ? null : <Today grant={grant} />}
      </LookUpForm>
      <section className={noteClass} aria-labelledby="informacion">
        <h2 id="informacion">{counter.panelTitle}</h2>
        <p>{counter.panelText}</p>
        <p>{counter.panelCall(caja.phone, caja.hours)}</p>
      </section>
      <p className="text-hint text-ink-soft">{counter.useWarning}</p>
      <p>
        <a className="inline-flex min-h-11 items-center" href="/practica">
          {practice.link}
        </a>
      </p>
    </Page>
  );
}

import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { Done } from "@/components/ui/done";
import { DataTable } from "@/components/ui/table";
import { databaseFor } from "@/db/client";
import { findCompareMode } from "@/db/queries/caja-settings";
import { formatPesos } from "@/lib/format/money";
import { currentMessages } from "@/messages";
import { can } from "@/model/access";
import { compareModes } from "@/model/comparison";
import { ReadOnly } from "../read-only";
import { CompareModeForm } from "./compare-mode-form";

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.counter.title };
}

async function CompareModePage({ searchParams }: { searchParams: Promise<{ guardado?: string }> }) {
  const grant = await requireGrant("settings.read");
  const [known, { guardado }, { admin }] = await Promise.all([
    findCompareMode(databaseFor(grant)),
    searchParams,
    currentMessages(),
  ]);
  const { title, intro, saved, modes, known: facts } = admin.counter;
  return (
    <Page title={title} width="admin">
      {guardado ? <Done>{saved}</Done> : null}
      <p>{intro}</p>
      <h2>{facts.title}</h2>
      <DataTable
        caption={facts.caption}
        empty={null}
        columns={{ how: facts.how, finds: facts.finds, takes: facts.takes }}
        rows={compareModes.map((mode) => ({ how: <b>{modes[mode].label}</b>, ...facts[mode] }))}
      />
      <p className="text-hint text-ink-soft">{facts.source}</p>
      <ReadOnly when={!can(grant.actor, "settings.edit")}>
        <CompareModeForm
          key={known.version}
          known={{ ...known, from: known.from === null ? "" : formatPesos(known.from) }}
          modes={compareModes.map((value) => ({ value, ...modes[value] }))}
        />
      </ReadOnly>
    </Page>
  );
}

export default unlessDown(CompareModePage);

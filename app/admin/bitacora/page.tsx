import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { SelectField, TextField } from "@/components/form/field";
import { FilterForm } from "@/components/form/filter-form";
import { Page } from "@/components/layout/page";
import { Pagination } from "@/components/ui/pagination";
import { DataTable } from "@/components/ui/table";
import { databaseFor } from "@/db/client";
import { type AuditLine, listAudit } from "@/db/queries/audit";
import { exactTime } from "@/lib/format/date";
import { pathWith, queryText } from "@/lib/http/query";
import { currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { currentDetail } from "./older-detail";

const PATH = "/admin/bitacora";
const PAGE = 50;
type Name = "fecha" | "accion" | "persona" | "sujeto" | "antes";

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.audit.title };
}

async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<Partial<Record<Name, string | string[]>>>;
}) {
  const grant = await requireGrant("audit.read");
  const query = await searchParams;
  const { audit: t } = (await currentMessages()).admin;
  const actions: Readonly<Record<string, string>> = t.actions;
  const day = queryText(query.fecha, 10);
  const filters = {
    fecha: isDay(day) ? day : "",
    accion: queryText(query.accion) in actions ? queryText(query.accion) : "",
    persona: queryText(query.persona),
    sujeto: queryText(query.sujeto),
  };
  const before = /^[1-9]\d{0,15}$/.test(queryText(query.antes)) ? Number(queryText(query.antes)) : null;
  const { lines, partial } = await listAudit(
    databaseFor(grant),
    {
      day: filters.fecha || null,
      action: filters.accion || null,
      person: filters.persona,
      subject: filters.sujeto,
      before,
    },
    PAGE,
  );
  const shown = lines.slice(0, PAGE);
  const last = shown.at(-1)?.seq;
  return (
    <Page title={t.title} width="admin">
      <p>{t.intro}</p>
      <FilterForm
        className="mb-4 grid gap-x-4 sm:grid-cols-2 lg:grid-cols-4"
        path={PATH}
        submit={t.filter}
        aside={
          Object.values(filters).some(Boolean) ? (
            <a className="inline-flex min-h-11 items-center" href={PATH}>
              {t.clear}
            </a>
          ) : null
        }
      >
        <TextField name="fecha" type="date" label={t.day} defaultValue={filters.fecha} autoComplete="off" />
        <SelectField
          name="accion"
          label={t.action}
          emptyLabel={t.anyAction}
          defaultValue={filters.accion}
          options={Object.entries(actions).map(([value, label]) => ({ value, label }))}
        />
        <TextField name="persona" label={t.person} defaultValue={filters.persona} autoComplete="off" />
        <TextField name="sujeto" label={t.subject} defaultValue={filters.sujeto} autoComplete="off" />
      </FilterForm>
      <DataTable
        caption={t.caption}
        empty={t.empty}
        columns={{ when: t.when, what: t.what, who: t.who, provider: t.provider, detail: t.detail }}
        rows={shown.map((line) => ({
          when: <span className="tabular-nums lining-nums whitespace-nowrap">{exactTime(line.at)}</span>,
          what: actions[line.action] ?? line.action,
          who: line.actor ?? t.nobody,
          provider: line.provider ?? "—",
          detail: <Detail line={line} t={t} />,
        }))}
      />
      {partial ? <p role="status">{t.partial}</p> : null}
      {before !== null || lines.length > PAGE ? (
        <Pagination
          label={t.pages}
          position={t.position(String(shown.length))}
          previous={before === null ? undefined : { href: pathWith(PATH, filters), label: t.newest }}
          next={
            lines.length > PAGE && last !== undefined
              ? { href: pathWith(PATH, { ...filters, antes: String(last) }), label: t.older }
              : undefined
          }
        />
      ) : null}
    </Page>
  );
}

export default unlessDown(AuditPage);

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && sameDay(text);
}

/** Rejects days such as 31 February, which Date reads as a day of March. */
function sameDay(text: string): boolean {
  return new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

/** Subject and details of an event, as "key: value". */
function Detail({ line, t }: { line: AuditLine; t: Messages["admin"]["audit"] }) {
  const facts = Object.entries(currentDetail(line))
    .filter(([, value]) => value !== null && value !== "")
    .map(([key, value]) => `${key}: ${typeof value === "object" ? JSON.stringify(value) : String(value)}`);
  return (
    <span className="text-hint text-ink-soft">
      {[
        ...facts,
        `${t.subjectIs}: ${line.subjectKind} ${line.subjectId}`,
        `${t.channel}: ${line.channel}`,
        ...(line.ip ? [`${t.address}: ${line.ip}`] : []),
        `${t.number} ${line.seq}`,
      ].join(" · ")}
    </span>
  );
}

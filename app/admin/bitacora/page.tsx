import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { ExportForm } from "@/components/form/export-form";
import { SelectField, TextField } from "@/components/form/field";
import { FilterForm } from "@/components/form/filter-form";
import { Page } from "@/components/layout/page";
import { Pagination } from "@/components/ui/pagination";
import { DataTable } from "@/components/ui/table";
import { showLog } from "@/domain/audit/read-log";
import { exactTime } from "@/lib/format/date";
import { currentClient } from "@/lib/http/client";
import { pathWith, queryText } from "@/lib/http/query";
import { currentMessages } from "@/messages";
import { LineData } from "./line-data";
import { type LogParam, paramsOfLog, readLogFilter } from "./log-address";
import { type SentencePart, sentenceOf } from "./sentence";

const PATH = "/admin/bitacora";
const PAGE = 50;

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.audit.title };
}

type Query = Partial<Record<LogParam | "antes", string | string[]>>;

async function AuditPage({ searchParams }: { searchParams: Promise<Query> }) {
  const grant = await requireGrant("audit.read");
  const [query, messages] = await Promise.all([searchParams, currentMessages()]);
  const { audit: t } = messages.admin;
  const filter = readLogFilter((param) =>
    queryText(query[param], param === "fecha" || param === "hasta" ? 10 : 100),
  );
  const filters = paramsOfLog(filter);
  const before = /^[1-9]\d{0,15}$/.test(queryText(query.antes)) ? Number(queryText(query.antes)) : null;
  const { lines, horizon, names } = await showLog(
    grant,
    { ...filter, before },
    { limit: PAGE, ip: (await currentClient()).ip },
  );
  const shown = lines.slice(0, PAGE);
  // Where there may be more than what was looked at, the next page goes on behind that.
  const next = lines.length > PAGE ? (shown.at(-1)?.seq ?? null) : horizon;
  return (
    <Page title={t.title} width="admin">
      <p>{t.intro}</p>
      <FilterForm
        className="mb-4 grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-6"
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
        <TextField name="hasta" type="date" label={t.until} defaultValue={filters.hasta} autoComplete="off" />
        <SelectField
          name="accion"
          label={t.action}
          emptyLabel={t.anyAction}
          defaultValue={filters.accion}
          options={Object.entries(t.actions).map(([value, label]) => ({ value, label }))}
        />
        <TextField name="persona" label={t.person} defaultValue={filters.persona} autoComplete="off" />
        <TextField name="proveedor" label={t.provider} defaultValue={filters.proveedor} autoComplete="off" />
        <TextField name="sujeto" label={t.subject} defaultValue={filters.sujeto} autoComplete="off" />
      </FilterForm>
      <DataTable
        caption={t.caption}
        empty={t.empty}
        columns={{ when: { label: t.when, firm: true }, what: t.what, detail: t.detail }}
        rows={shown.map((line) => ({
          when: <span className="tabular-nums lining-nums">{exactTime(line.at)}</span>,
          what: <Sentence parts={sentenceOf({ line, names, messages, actor: grant.actor })} />,
          detail: <LineData line={line} t={t} />,
        }))}
      />
      {horizon === null ? null : <p role="status">{t.partial}</p>}
      {before !== null || next !== null ? (
        <Pagination
          label={t.pages}
          position={t.position(String(shown.length))}
          previous={before === null ? undefined : { href: pathWith(PATH, filters), label: t.newest }}
          next={
            next === null
              ? undefined
              : { href: pathWith(PATH, { ...filters, antes: String(next) }), label: t.older }
          }
        />
      ) : null}
      {shown.length > 0 || horizon !== null ? (
        <ExportForm of="audit" action={`${PATH}/exportar`} filters={filters} />
      ) : null}
    </Page>
  );
}

export default unlessDown(AuditPage);

function Sentence({ parts }: { parts: SentencePart[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence come finished and are not moved
  return parts.map((part, at) => <Piece key={at} {...part} />);
}

function Piece({ text, href, strong }: SentencePart) {
  const shown = strong ? <b>{text}</b> : text;
  if (!href) return shown;
  return (
    <a className="tabular-nums lining-nums" href={href}>
      {shown}
    </a>
  );
}

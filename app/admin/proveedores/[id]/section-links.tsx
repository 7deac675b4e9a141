import type { ProviderFile } from "@/domain/provider/file";
import { formatCount } from "@/lib/format/money";
import { currentMessages } from "@/messages";

/** The parts of a provider's file with how much each has, as far as its lists go. */
export async function SectionLinks({ file }: { file: ProviderFile }) {
  const t = (await currentMessages()).admin.providers;
  const parts = [
    { id: "personas", label: t.team, count: file.team.length },
    { id: "establecimientos", label: t.places, count: file.places.length },
    { id: "documentos", label: t.documents, count: file.documents.length, isCut: true },
    { id: "solicitudes", label: t.requests, count: file.requests.length, isCut: true },
    { id: "novedades", label: t.reports, count: file.reports.length, isCut: true },
    ...(file.lastLookups
      ? [{ id: "consultas", label: t.lastLookups, count: file.lastLookups.length, isCut: true }]
      : []),
    { id: "historia", label: t.history, count: file.history.length, isCut: true },
  ];
  return (
    <nav className="mb-2 print:hidden" aria-label={t.sections}>
      <ul className="flex flex-wrap gap-x-6">
        {parts.map(({ id, label, count, isCut }) => (
          <li key={id}>
            <a className="inline-flex min-h-11 items-center gap-2 pointer-fine:min-h-9" href={`#${id}`}>
              {label}{" "}
              <b className="tabular-nums lining-nums">
                {isCut && count === file.newest ? t.orMore(formatCount(count)) : formatCount(count)}
              </b>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

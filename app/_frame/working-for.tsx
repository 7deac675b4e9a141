import { currentMessages } from "@/messages";

/** On each page of a person of several providers: whose look-ups and uses these are. */
export async function WorkingFor({ provider }: { provider: string }) {
  const { choice } = (await currentMessages()).session;
  return (
    <aside
      className="border-b border-rule bg-indigo-soft px-4 py-1 text-sm leading-[1.3] wrap-anywhere camera:hidden print:hidden"
      aria-label={choice.title}
    >
      {choice.workingFor} <b>{provider}</b>
    </aside>
  );
}

import { Tag, type TagSignal } from "@/components/ui/tag";
import type { ImportRun } from "@/db/queries/import-runs";
import { currentMessages } from "@/messages";

type State = ImportRun["state"];
const signals: Record<State, TagSignal> = {
  uploading: "plain",
  preview_queued: "info",
  previewed: "warn",
  import_queued: "info",
  running: "info",
  finished: "go",
  cancelled: "plain",
  failed: "stop",
};

/** State of an import. */
export async function RunTag({ state }: { state: State }) {
  const { states } = (await currentMessages()).admin.imports;
  return <Tag signal={signals[state]}>{states[state]}</Tag>;
}

import { Tag, type TagSignal } from "@/components/ui/tag";
import type { ImportRun } from "@/db/queries/import-runs";

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

/** Where an import stands. */
export function RunTag({ state, words }: { state: State; words: Readonly<Record<State, string>> }) {
  return <Tag signal={signals[state]}>{words[state]}</Tag>;
}

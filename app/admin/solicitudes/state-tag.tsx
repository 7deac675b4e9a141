import { Tag, type TagSignal } from "@/components/ui/tag";

type State = "submitted" | "returned" | "approved" | "rejected";
const signals: Record<State, TagSignal> = {
  submitted: "info",
  returned: "warn",
  approved: "go",
  rejected: "stop",
};

/** Where a request stands. */
export function StateTag({ state, words }: { state: State; words: Readonly<Record<State, string>> }) {
  return <Tag signal={signals[state]}>{words[state]}</Tag>;
}

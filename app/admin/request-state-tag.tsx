import { Tag, type TagSignal } from "@/components/ui/tag";
import { currentMessages } from "@/messages";

type State = "submitted" | "returned" | "approved" | "rejected";
const signals: Record<State, TagSignal> = {
  submitted: "info",
  returned: "warn",
  approved: "go",
  rejected: "stop",
};

/** Where a request stands. */
export async function StateTag({ state }: { state: State }) {
  const { states } = (await currentMessages()).admin.requests;
  return <Tag signal={signals[state]}>{states[state]}</Tag>;
}

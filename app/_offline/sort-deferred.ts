import { contradictsOfflineVerdict } from "@/domain/lookup/offline";
import type { DeferredEntry } from "./queue";

/** Those whose answer takes back what the phone said, and the rest; each in the order of reading. */
export function sortDeferred(answers: readonly DeferredEntry[]): {
  taken: DeferredEntry[];
  settled: DeferredEntry[];
} {
  const taken = answers.filter(({ said, answer }) => contradictsOfflineVerdict(said, answer));
  return { taken, settled: answers.filter((each) => !taken.includes(each)) };
}

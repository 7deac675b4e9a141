import { contradictsOfflineVerdict } from "@/domain/lookup/offline";
import type { DeferredEntry } from "./queue";

/** Splits the answers into those that contradict the phone's verdict and the rest, each in order of scanning. */
export function sortDeferred(answers: readonly DeferredEntry[]): {
  taken: DeferredEntry[];
  settled: DeferredEntry[];
} {
  const taken = answers.filter(({ said, answer }) => contradictsOfflineVerdict(said, answer));
  return { taken, settled: answers.filter((each) => !taken.includes(each)) };
}

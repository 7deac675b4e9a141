import { Tag } from "@/components/ui/tag";

type Standing = "active" | "waiting" | "suspended";

/** Whether a provider works, waits to be approved, or is suspended. */
export function StandingTag({
  provider: { suspendedAt, approvedAt },
  words,
}: {
  provider: { suspendedAt: Date | null; approvedAt: Date | null };
  words: Readonly<Record<Standing, string>>;
}) {
  if (suspendedAt) return <Tag signal="stop">{words.suspended}</Tag>;
  return approvedAt ? <Tag signal="info">{words.active}</Tag> : <Tag signal="plain">{words.waiting}</Tag>;
}

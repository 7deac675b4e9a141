import { Tag } from "@/components/ui/tag";
import { currentMessages } from "@/messages";

/** Whether a provider works, waits to be approved, or is suspended. */
export async function StandingTag({
  provider: { suspendedAt, approvedAt },
}: {
  provider: { suspendedAt: Date | null; approvedAt: Date | null };
}) {
  const { standings } = (await currentMessages()).admin.providers;
  if (suspendedAt) return <Tag signal="stop">{standings.suspended}</Tag>;
  return approvedAt ? (
    <Tag signal="info">{standings.active}</Tag>
  ) : (
    <Tag signal="plain">{standings.waiting}</Tag>
  );
}

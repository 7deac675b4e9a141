import { Tag, type TagSignal } from "@/components/ui/tag";

type Standing = "current" | "used" | "annulled" | "expired" | "not_yet";
const signals: Record<Standing, TagSignal> = {
  current: "info",
  used: "stop",
  annulled: "stop",
  expired: "stop",
  not_yet: "warn",
};

/** What an order is worth today. Blue, not green: nobody compared it with a paper here. */
export function OrderStandingTag({
  standing,
  words,
}: {
  standing: Standing;
  words: Readonly<Record<Standing, string>>;
}) {
  return <Tag signal={signals[standing]}>{words[standing]}</Tag>;
}

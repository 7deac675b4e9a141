"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { formatCount } from "@/lib/format/money";

type Advance = { state: string; done: number; total: number };

const EVERY_MS = 1_500;

/**
 * How far the work is, asked again and again; what comes after it is the server's page. Only each quarter is
 * spoken. Without scripts the page reads itself again.
 */
export function Progress({
  run,
  first,
  words,
}: {
  run: string;
  first: Advance;
  /** `{hechas}`, `{todas}` and `{cuanto}` are filled in. */
  words: { label: string; some: string; of: string; quarter: string };
}) {
  const router = useRouter();
  const [now, setNow] = useState(first);
  useEffect(() => {
    const timer = setInterval(async () => {
      const answer = await fetch(`/admin/ordenes/importar/${run}/avance`).catch(() => null);
      if (!answer?.ok) return;
      const next: Advance = await answer.json();
      setNow(next);
      if (next.state !== first.state) router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [run, first.state, router]);
  const quarter = now.total > 0 ? Math.floor((now.done / now.total) * 4) * 25 : 0;
  const text = (now.total > 0 ? words.of : words.some)
    .replace("{hechas}", formatCount(now.done))
    .replace("{todas}", formatCount(now.total));
  return (
    <div className="progress">
      <label htmlFor="avance">{words.label}</label>
      {now.total > 0 ? (
        <progress id="avance" max={now.total} value={Math.min(now.done, now.total)} />
      ) : (
        <progress id="avance" />
      )}
      <p className="hint num">{text}</p>
      <p className="sr-only" role="status">
        {quarter > 0 ? words.quarter.replace("{cuanto}", String(quarter)) : ""}
      </p>
    </div>
  );
}

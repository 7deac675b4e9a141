"use client";

import { useEffect, useState } from "react";
import { areKeysOn, switchKeys } from "./keys";

/** Switches the single keys of the caja's pages on and off (WCAG 2.1.4). Without scripts there are none to switch. */
export function KeysSwitch({ label, onSwitch }: { label: string; onSwitch?: (on: boolean) => void }) {
  const [on, setOn] = useState(true);
  useEffect(() => setOn(areKeysOn()), []);
  function choose(chosen: boolean) {
    setOn(chosen);
    switchKeys(chosen);
    onSwitch?.(chosen);
  }
  return (
    <label className="flex min-h-11 items-center gap-2">
      <input
        className="size-6"
        type="checkbox"
        checked={on}
        onChange={({ currentTarget }) => choose(currentTarget.checked)}
      />
      {label}
    </label>
  );
}

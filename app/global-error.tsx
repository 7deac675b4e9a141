"use client";

import { lazy } from "react";
import "./styles/index.css";

// Every page brings this file along, and none needs it but where the frame itself has failed.
const FaultPage = lazy(() =>
  import("@/components/layout/fault-page").then((module) => ({ default: module.FaultPage })),
);

/** When even the frame fails: the same words, without it. */
export default function GlobalErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="es-CO">
      <body>
        <FaultPage code={error.digest} onRetry={() => window.location.reload()} />
      </body>
    </html>
  );
}

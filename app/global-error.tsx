"use client";

import { FaultPage } from "@/components/layout/fault-page";
import "./styles/index.css";

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

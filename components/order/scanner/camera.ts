/** Why there is no camera: permission denied, in use by another program, or none available. */
export type CameraFault = "denied" | "busy" | "none";

type ZoomRange = { min: number; max: number; step: number };

export type Camera = {
  stream: MediaStream;
  /** Null where the camera has no torch. */
  setTorch: ((on: boolean) => Promise<void>) | null;
  zoom: ZoomRange | null;
  setZoom: (value: number) => Promise<void>;
  stop: () => void;
};

// Not in TypeScript's DOM yet: W3C Image Capture.
type LightAndLens = { torch?: boolean; zoom?: ZoomRange };

/** Opens the rear camera and keeps the screen awake. Call it from a user gesture. */
export async function openCamera(): Promise<Camera | CameraFault> {
  if (!navigator.mediaDevices?.getUserMedia) return "none";
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } },
    });
    return cameraOf(stream);
  } catch (error) {
    return faultOf(error);
  }
}

function cameraOf(stream: MediaStream): Camera | CameraFault {
  const [track] = stream.getVideoTracks();
  if (!track) return "none";
  const can = (track.getCapabilities?.() ?? {}) as MediaTrackCapabilities & LightAndLens;
  const apply = (wanted: { torch: boolean } | { zoom: number }) =>
    track.applyConstraints({ advanced: [wanted as MediaTrackConstraintSet] });
  const letSleep = keepAwake();
  return {
    stream,
    setTorch: can.torch ? (torch) => apply({ torch }) : null,
    zoom: can.zoom && can.zoom.max > can.zoom.min ? can.zoom : null,
    setZoom: (zoom) => apply({ zoom }),
    stop: () => {
      letSleep();
      for (const each of stream.getTracks()) each.stop();
    },
  };
}

function faultOf(error: unknown): CameraFault {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  return name === "NotFoundError" || name === "OverconstrainedError" ? "none" : "busy";
}

/** Requests a wake lock where the browser has it; returns a function that releases it. */
function keepAwake(): () => void {
  let over = false;
  let lock: WakeLockSentinel | null = null;
  void navigator.wakeLock
    ?.request("screen")
    .then((held) => {
      if (over) void held.release();
      else lock = held;
    })
    .catch(() => {}); // refused on a low battery; scanning goes on
  return () => {
    over = true;
    void lock?.release();
  };
}

const OPENED = "camara-abierta";

/** Whether the explanation can be skipped, because the camera was opened here before or is permitted. */
export async function knowsTheCamera(): Promise<boolean> {
  try {
    if (localStorage.getItem(OPENED) !== null) return true;
    const { state } = await navigator.permissions.query({ name: "camera" as PermissionName });
    return state === "granted";
  } catch {
    return false; // no storage in a private window, or no Permissions API
  }
}

/** Remembers that the camera was opened. */
export function rememberTheCamera(): void {
  try {
    localStorage.setItem(OPENED, "1");
  } catch {
    // Without storage the explanation is shown again next time.
  }
}

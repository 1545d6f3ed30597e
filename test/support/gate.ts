/** A place in another system at which whoever comes is held while it is shut, so that a test can kill them in the midst of what they do. */
export function openGate() {
  let shut = false;
  let held: (() => void)[] = [];
  let arrived: () => void = () => undefined;
  /** Lets those through who wait now; whoever comes later waits. */
  const letThrough = (): void => {
    for (const go of held) go();
    held = [];
  };
  return {
    /** Comes back at once, or while it is shut, once whoever waits is let through. */
    async pass(): Promise<void> {
      if (!shut) return;
      await new Promise<void>((resolve) => {
        held.push(resolve);
        arrived();
      });
    },
    shut(): void {
      shut = true;
    },
    open(): void {
      shut = false;
      letThrough();
    },
    letThrough,
    /** Comes back once so many wait. */
    async someWait(count = 1): Promise<void> {
      while (held.length < count) {
        await new Promise<void>((resolve) => {
          arrived = resolve;
        });
      }
    },
  };
}
export type Gate = ReturnType<typeof openGate>;

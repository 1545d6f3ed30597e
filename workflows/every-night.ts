const day = 86_400_000;

/**
 * Does something every night at two, Hà Nội time, and once at the start. Where it fails, PostgreSQL being away, the next night comes back to
 * it.
 */
export function everyNight(work: () => Promise<unknown>): { stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const look = async (): Promise<void> => {
    await work().catch((error: unknown) => console.error(error));
    if (!stopped) timer = setTimeout(look, untilTwoAtNight(new Date()));
  };
  void look();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** Milliseconds until it is next two at night in Hà Nội, which is 19:00 in UTC. */
const untilTwoAtNight = (now: Date): number => {
  const next = new Date(now);
  next.setUTCHours(19, 0, 0, 0);
  return next > now ? next.getTime() - now.getTime() : next.getTime() + day - now.getTime();
};
